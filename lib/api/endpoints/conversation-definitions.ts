import { z } from "zod";
import { columnNames } from "@/lib/api/column-names";
import { conversation, summaryPage } from "@/lib/api/schemas/conversation";
import { counts } from "@/lib/api/schemas/counts";
import { eventPage } from "@/lib/api/schemas/event";
import { csvDialect, exportFormat, exportSize } from "@/lib/api/schemas/export";
import { facetNames, facets } from "@/lib/api/schemas/facets";
import { offeredValues } from "@/lib/api/schemas/offered-values";
import { cursor, flag, id, wholeNumber } from "@/lib/api/schemas/parameters";
import { questions, questionsFormat } from "@/lib/api/schemas/question";
import { transcript, transcriptFormat, transcriptMediaTypes } from "@/lib/api/schemas/transcript";
import { defaultSort, sorts } from "@/lib/columns/sorts";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Conversations";

const dialect = csvDialect
  .default("spreadsheet")
  .describe(
    "CSV only. `spreadsheet` puts an apostrophe before cells that a spreadsheet would run as a formula. `plain` writes every text unchanged, for programs.",
  );

export const conversationDefinitions = {
  listConversations: define(endpoints.listConversations, {
    tag,
    summary: "List conversations",
    description:
      "Keyset pagination: a conversation that arrives meanwhile is neither skipped nor listed twice. One that gets a new event while the list is sorted by `lastEventAt` moves to its new position. A time that is ahead of its event's arrival is sorted and filtered as one minute after the arrival.",
    takesFilters: true,
    query: z.strictObject({
      sort: z
        .enum(sorts, `must be one of ${sorts.join(", ")}`)
        .default(defaultSort)
        .describe(
          "Sort order; `-` means descending. Orders other than `lastEventAt` and `createdAt` read every match, so they take longer the more there are. Conversations without a value come last.",
        ),
      limit: wholeNumber(1, 200, 50).describe("Conversations per page."),
      cursor,
      total: flag.describe("Also count all matching conversations, in `total`."),
      columns: columnNames.describe(
        "`var.<name>`: include the value of this variable in `variables`. Other columns are always included.",
      ),
    }),
    reads: { action: "search.run", list: "conversations" },
    answer: summaryPage,
  }),
  getConversation: define(endpoints.getConversation, {
    tag,
    summary: "Get the state of a conversation",
    description: "The state now or, with `at`, right after one of its events.",
    query: z.strictObject({ at: id.optional().describe("The ID of an event of this conversation.") }),
    reads: { action: "conversation.read", subject: "conversation", parameter: "key" },
    answer: conversation,
    errors: [404],
  }),
  listConversationEvents: define(endpoints.listConversationEvents, {
    tag,
    summary: "List the events of a conversation",
    description:
      "In timeline order: by `occurredAt`, then by `id` (as a number: the order of arrival). A page holds about 1 MB of received text: where events are long, it has fewer than `limit`.",
    query: z.strictObject({
      limit: wholeNumber(1, 1000, 500).describe("Events per page, at most."),
      cursor,
      since: id
        .optional()
        .describe("Only events that were stored after the event with this ID, wherever they are in the timeline."),
      last: flag.describe(
        "Return the last page of the timeline instead of the first. It has no next page; `hasEarlier` says whether there are events before it.",
      ),
    }),
    reads: { action: "conversation.read", subject: "conversation", parameter: "key" },
    answer: eventPage,
    errors: [404],
  }),
  listQuestions: define(endpoints.listQuestions, {
    tag,
    summary: "List the questions of a conversation with their answers",
    description:
      "In the order in which they were asked: buttons, lists, options, forms, sliders, calendars, files, appointments, scripts, and plain questions whose answer was saved in a variable. CSV has one row per question, escaped as in `/export`.",
    query: z.strictObject({
      at: id.optional().describe("The ID of an event of this conversation: the questions as they were right after it."),
      format: questionsFormat.default("json").describe("The format of the answer."),
      dialect,
    }),
    reads: { action: "conversation.read", subject: "conversation", parameter: "key" },
    answer: questions,
    mediaTypes: ["application/json", "text/csv"],
    errors: [404],
  }),
  getTranscript: define(endpoints.getTranscript, {
    tag,
    summary: "Get the transcript of a conversation",
    description: "As a file. Times are in UTC. `json` holds `conversation` and all its `events`.",
    query: z.strictObject({ format: transcriptFormat.default("txt").describe("The format of the file.") }),
    reads: { action: "transcript.read", subject: "conversation", parameter: "key" },
    answer: transcript,
    mediaTypes: Object.values(transcriptMediaTypes),
    errors: [404],
  }),
  countConversations: define(endpoints.countConversations, {
    tag,
    summary: "Count conversations by status",
    description:
      "How many conversations each tab of the inbox has under the other filters: `status` and `assignee=none` are ignored, because the tabs set them.",
    takesFilters: true,
    reads: { action: "search.run", list: "counts" },
    answer: counts,
  }),
  listFacets: define(endpoints.listFacets, {
    tag,
    summary: "Count the values of filters",
    description:
      "Which values the matching conversations have, most frequent first. Each facet ignores its own filter, negated or not. Counts are exact, unless texts are searched for: then the most recently active matches are counted, up to `countedAtMost`, and beyond that `isExact` is false and each count is a lower bound.",
    takesFilters: true,
    query: z.strictObject({
      facet: facetNames,
      search: z
        .string()
        .max(1000, "is longer than 1000 characters")
        .default("")
        .describe("Only values whose name contains this text, in any case."),
      limit: wholeNumber(1, 200, 20).describe("Values per facet."),
    }),
    answer: facets,
  }),
  listFilterValues: define(endpoints.listFilterValues, {
    tag,
    summary: "List the values that filters can have",
    description: "Each has a `value` for the filter and a `name` for people.",
    answer: offeredValues,
  }),
  exportConversations: define(endpoints.exportConversations, {
    tag,
    summary: "Export the matching conversations",
    description:
      "Streamed. `csv` has one row per conversation, as it is when the row is written. `jsonl` has one line per event, in the form of `/events/{id}`, conversation by conversation in timeline order; `npm run import` reads it back without loss. For viewers without the permission `personal`, events are masked and their `raw` is null. `zip` has one transcript per conversation. Events that are stored after the request began are left out.",
    takesFilters: true,
    query: z.strictObject({
      format: exportFormat.describe("The format of the file."),
      columns: columnNames,
      bom: flag.describe("CSV only: begin with a byte order mark, which tells Excel that the text is UTF-8."),
      dialect,
      transcript: transcriptFormat.default("txt").describe("`zip` only: the format of the transcripts."),
    }),
    reads: { action: "export.run", list: "conversations" },
    answer: z.string(),
    mediaTypes: ["text/csv", "application/x-ndjson", "application/zip"],
  }),
  getExportSize: define(endpoints.getExportSize, {
    tag,
    summary: "Get the size of an export",
    description: "How many conversations and events an export with these filters has.",
    takesFilters: true,
    reads: { action: "search.run", list: "export size" },
    answer: exportSize,
  }),
};
