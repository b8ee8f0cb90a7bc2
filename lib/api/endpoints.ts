import { z } from "zod";
import { defaultSort, sorts } from "@/lib/columns/sorts";
import { changes } from "./changes";
import { columnNames } from "./column-names";
import { conversation, summaryPage } from "./conversation";
import { counts } from "./counts";
import { deliveryDetail, deliveryFilters, deliveryPage } from "./delivery";
import {
  bulkReprocessRequest,
  bulkReprocessResult,
  deliverySelection,
  reprocessRequest,
  reprocessResult,
  resolved,
} from "./delivery-actions";
import { deliveryActivity } from "./delivery-activity";
import { endpoint } from "./endpoint";
import { eventPage, eventWithRaw } from "./event";
import { csvDialect, exportFormat, exportSize } from "./export";
import { facetNames, facets } from "./facets";
import { offeredValues } from "./offered-values";
import { cursor, flag, id, wholeNumber } from "./parameters";
import { projectionState } from "./projection-state";
import { questions, questionsFormat } from "./question";
import { rebuildState } from "./rebuild";
import { savedEndpoints } from "./saved-endpoints";
import { samplesSent, setup } from "./setup";
import { transcriptFormat, transcriptMediaTypes } from "./transcript";
import { unfamiliarReport } from "./unfamiliar";
import { variableHistory, visitor } from "./visitor";

/** Every call of `/api/v1`. */
const describedDialect = csvDialect
  .default("spreadsheet")
  .describe("`plain` writes every text of the csv as it is, for programs: a spreadsheet may run it.");

export const endpoints = {
  ...savedEndpoints,
  conversations: endpoint({
    path: "/conversations",
    summary: "List conversations",
    description:
      "Paged by keyset: conversations that arrive meanwhile are neither skipped nor shown twice. One that gets a new event while it is sorted by `lastEventAt` moves to where it then belongs. A time that is ahead of its event’s arrival sorts and filters as one minute after the arrival.",
    takesFilters: true,
    query: z.strictObject({
      sort: z
        .enum(sorts, `must be one of ${sorts.join(", ")}`)
        .default(defaultSort)
        .describe(
          "`-` sorts descending. Orders other than `lastEventAt` and `createdAt` read all that match: they cost more the more there are. Conversations without a value come last.",
        ),
      limit: wholeNumber(1, 200, 50).describe("Conversations a page."),
      cursor,
      total: flag.describe("Also count all conversations that match."),
      columns: columnNames.describe(
        "`var.<name>`: answer this variable's value in `variables`. Other columns are there anyway.",
      ),
    }),
    answer: summaryPage,
  }),
  conversation: endpoint({
    path: "/conversations/{key}",
    summary: "A conversation's state, now or right after one of its events",
    query: z.strictObject({ at: id.optional().describe("The id of an event of this conversation.") }),
    answer: conversation,
    refusals: [404],
  }),
  events: endpoint({
    path: "/conversations/{key}/events",
    summary: "A conversation's events in timeline order",
    description:
      "Ordered by `occurredAt`, then `id` (as a number: the order of arrival). A page carries about 1 MB of what was received: where events are long it holds fewer than `limit`, and `nextCursor` leads on.",
    query: z.strictObject({
      limit: wholeNumber(1, 1000, 500).describe("At most so many events a page."),
      cursor,
      since: id
        .optional()
        .describe("Only events stored after the one with this id, wherever in the timeline they belong."),
      last: flag.describe(
        "The page that ends the timeline instead of the one that begins it; it has no next page, and `hasEarlier` says whether there are events before it.",
      ),
    }),
    answer: eventPage,
    refusals: [404],
  }),
  questions: endpoint({
    path: "/conversations/{key}/questions",
    summary: "A conversation as a questionnaire: each question with its answer",
    description:
      "In the order in which they were asked: buttons, lists, options, forms, sliders, calendars, files, appointments, scripts, and plain questions whose answer went into a variable. `csv` has a row for each, written as in `/export`.",
    query: z.strictObject({
      at: id.optional().describe("The id of an event of this conversation: as it was right after it."),
      format: questionsFormat.default("json"),
      dialect: describedDialect,
    }),
    answer: questions,
    mediaTypes: ["application/json", "text/csv"],
    refusals: [404],
  }),
  transcript: endpoint({
    path: "/conversations/{key}/transcript",
    summary: "A conversation to keep or to hand on",
    description: "Times are UTC. `json` holds `conversation` and all its `events`.",
    query: z.strictObject({ format: transcriptFormat.default("txt") }),
    answer: z.string(),
    mediaTypes: Object.values(transcriptMediaTypes),
    refusals: [404],
  }),
  event: endpoint({
    path: "/events/{id}",
    summary: "One event with the exact text that was received",
    answer: eventWithRaw,
    refusals: [404],
  }),
  visitor: endpoint({
    path: "/visitors/{key}",
    summary: "A visitor and their conversations",
    answer: visitor,
    refusals: [404],
  }),
  visitorEvents: endpoint({
    path: "/visitors/{key}/events",
    summary: "The events of all of a visitor's conversations, by time",
    description: "Each event's `envelope` names its conversation.",
    query: z.strictObject({
      limit: wholeNumber(1, 1000, 200).describe("Events a page."),
      cursor,
      order: z.enum(["asc", "desc"], 'must be "asc" or "desc"').default("asc").describe("`desc`: the latest first."),
    }),
    answer: eventPage,
    refusals: [404],
  }),
  visitorVariable: endpoint({
    path: "/visitors/{key}/variables/{name}",
    summary: "Every value that a contact variable has had",
    description: "Paged by conversations, the latest first; within a page the latest value first.",
    query: z.strictObject({ cursor }),
    answer: variableHistory,
    refusals: [404],
  }),
  deliveries: endpoint({
    path: "/deliveries",
    summary: "The webhook log, newest first",
    query: deliveryFilters.extend({ limit: wholeNumber(1, 200, 50).describe("Deliveries a page."), cursor }),
    answer: deliveryPage,
  }),
  delivery: endpoint({
    path: "/deliveries/{id}",
    summary: "One call of the webhook with its body and what came of it",
    answer: deliveryDetail,
    refusals: [404],
  }),
  activity: endpoint({
    path: "/deliveries/activity",
    summary: "Deliveries a minute over the last hour, and how many wait in quarantine",
    answer: deliveryActivity,
  }),
  deliveryBody: endpoint({
    path: "/deliveries/{id}/raw",
    summary: "The exact bytes of a delivery's body",
    description:
      "As received, with tokens masked byte for byte. Good deliveries lose their body after DELIVERY_BODY_DAYS.",
    answer: z.string(),
    mediaTypes: ["application/octet-stream"],
    refusals: [404],
  }),
  reprocess: endpoint({
    method: "post",
    path: "/deliveries/{id}/reprocess",
    summary: "Put a delivery through again, as it is or edited",
    description:
      "With a session only. The body takes the same way as a delivery of the webhook: repeats are dropped by their content. What brings events becomes a new delivery; the original keeps its bytes, is marked as reprocessed and linked with it. A body that is still unreadable is not stored again (`deliveryId` is null).",
    body: reprocessRequest,
    answer: reprocessResult,
    refusals: [403, 404, 503],
  }),
  reprocessOpen: endpoint({
    method: "post",
    path: "/deliveries/reprocess",
    summary: "Put several quarantined deliveries through again as they are",
    description:
      "With a session only. All open ones up to `upTo`, a hundred a call: go on with `after` set to `nextAfter`, until that is null.",
    body: bulkReprocessRequest,
    answer: bulkReprocessResult,
    refusals: [403, 503],
  }),
  dismiss: endpoint({
    method: "post",
    path: "/deliveries/dismiss",
    summary: "Hide quarantined deliveries from the list of open ones",
    description: "With a session only. Nothing is deleted, and `/deliveries/restore` takes it back.",
    body: deliverySelection,
    answer: resolved,
    refusals: [403],
  }),
  restore: endpoint({
    method: "post",
    path: "/deliveries/restore",
    summary: "Take the dismissal of deliveries back",
    description: "With a session only.",
    body: deliverySelection,
    answer: resolved,
    refusals: [403],
  }),
  unfamiliar: endpoint({
    path: "/unfamiliar",
    summary: "Types and fields that are in no published sample",
    description:
      "Event and message types that are not known, payloads of known types that do not fit, and fields never published: how often, first and last, with an example.",
    answer: unfamiliarReport,
  }),
  rebuild: endpoint({
    path: "/rebuild",
    summary: "Which data is being rebuilt from the event log, and how far that is",
    description:
      "After an upgrade, what the new version derives differently is rebuilt in the background. Empty when everything is up to date. Until then, lists and search may show what the earlier version derived.",
    answer: rebuildState,
  }),
  projection: endpoint({
    path: "/projection",
    summary: "How many events wait to be shown, and which conversations cannot be",
    description:
      "A delivery is answered when its events are in the event log. Lists, search and conversations are derived from it a moment later. A request waits for that, a second at most.",
    answer: projectionState,
  }),
  counts: endpoint({
    path: "/counts",
    summary: "How many conversations are open, unassigned, closed, and in all",
    description:
      "Under the given filters, but for `status` and a sole `assignee=none`: they are what the counted tabs set themselves. `unassigned` are open ones. Each is exact below `countedAtMost`; one that is equal to it means so many or more.",
    takesFilters: true,
    answer: counts,
  }),
  filters: endpoint({
    path: "/filters",
    summary: "Values that the list's filters can be set to",
    answer: offeredValues,
  }),
  facets: endpoint({
    path: "/facets",
    summary: "Which values the matching conversations have, and how many have each",
    description:
      "Most frequent first. Each facet leaves its own filter (and the same one with a minus) aside. Counted are the matching conversations that were active last, up to `countedAtMost`: up to there `isExact` is true, beyond it each count is a lower bound.",
    takesFilters: true,
    query: z.strictObject({
      facet: facetNames,
      search: z
        .string()
        .max(1000, "is longer than 1000 characters")
        .default("")
        .describe("Only values whose name contains this, in any case."),
      limit: wholeNumber(1, 200, 20).describe("Values of each facet."),
    }),
    answer: facets,
  }),
  export: endpoint({
    path: "/export",
    summary: "All conversations that match, all their events, or all their transcripts, as one stream",
    description:
      "`csv`: a row for each conversation, as it is when the row is written; every text is in quotes, and an apostrophe goes before what a spreadsheet would take for a formula, unless `dialect=plain`. `jsonl`: a line for each event, as `/events/{id}` answers it, conversation after conversation in timeline order; `npm run import` reads it back without loss. `zip`: a file with the transcript of each conversation. What is stored after the call began is left out.",
    takesFilters: true,
    query: z.strictObject({
      format: exportFormat,
      columns: columnNames,
      bom: flag.describe("Begin the csv with a byte order mark, by which Excel knows that it is UTF-8."),
      dialect: describedDialect,
      transcript: transcriptFormat.default("txt").describe("The form of the transcripts in the zip."),
    }),
    answer: z.string(),
    mediaTypes: ["text/csv", "application/x-ndjson", "application/zip"],
  }),
  exportSize: endpoint({
    path: "/export/size",
    summary: "How many conversations and events an export would hold",
    takesFilters: true,
    answer: exportSize,
  }),
  changes: endpoint({
    path: "/changes",
    summary: "What was stored after a cursor",
    description: "The same as `/live`, for clients that cannot keep a stream open.",
    query: z.strictObject({ after: id.optional().describe("`cursor` of the call before; without it only a cursor.") }),
    answer: changes,
  }),
  live: endpoint({
    path: "/live",
    summary: "What is stored, as it happens",
    description:
      "Server-Sent Events: `event: change`, `id:` the cursor, `data:` as the answer of `/changes`; a comment at least each 15 seconds. Resumable with `Last-Event-ID` or `after`.",
    query: z.strictObject({ after: id.optional().describe("Where to continue; `Last-Event-ID` goes before.") }),
    answer: z.string(),
    mediaTypes: ["text/event-stream"],
    refusals: [503],
  }),
  setup: endpoint({
    path: "/setup",
    summary: "What is needed to register the webhook, and what has arrived",
    answer: setup,
  }),
  samples: endpoint({
    method: "post",
    path: "/setup/samples",
    summary: "Store a sample conversation",
    description: "With a session only: API tokens change nothing.",
    body: z.strictObject({}),
    answer: samplesSent,
    refusals: [403, 503],
  }),
  openapi: endpoint({
    path: "/openapi.json",
    summary: "This description",
    answer: z.record(z.string(), z.unknown()),
  }),
};
