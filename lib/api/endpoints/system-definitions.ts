import { z } from "zod";
import { changes } from "@/lib/api/schemas/changes";
import { done } from "@/lib/api/schemas/done";
import { jobId, jobList } from "@/lib/api/schemas/jobs";
import { me } from "@/lib/api/schemas/me";
import { id } from "@/lib/api/schemas/parameters";
import { projectionState } from "@/lib/api/schemas/projection-state";
import { rebuildState } from "@/lib/api/schemas/rebuild";
import { samplesSent, setup } from "@/lib/api/schemas/setup";
import { define } from "./definition";
import { endpoints } from "./endpoints";

/** Changes, set-up, and the installation itself. */
export const systemDefinitions = {
  streamChanges: define(endpoints.streamChanges, {
    tag: "Changes",
    summary: "Stream changes",
    description:
      "Server-Sent Events: `event: change`, `id:` the cursor, `data:` as `/changes` answers; a comment at least every 15 seconds. Resumable with the header `Last-Event-ID` or with `after`.",
    query: z.strictObject({
      after: id.optional().describe("The cursor to resume from; `Last-Event-ID` overrides it."),
    }),
    answer: z.string(),
    mediaTypes: ["text/event-stream"],
  }),
  listChanges: define(endpoints.listChanges, {
    tag: "Changes",
    summary: "List changes since a cursor",
    description: "The same changes as `/live`, for clients that cannot keep a stream open.",
    query: z.strictObject({
      after: id
        .optional()
        .describe("`cursor` of the previous answer. Without it, only the current cursor is returned."),
    }),
    answer: changes,
  }),
  getSetup: define(endpoints.getSetup, {
    tag: "Setup",
    summary: "Get the setup of the webhook",
    description: "What to register in the platform, and what has arrived so far.",
    answer: setup,
  }),
  sendSamples: define(endpoints.sendSamples, {
    tag: "Setup",
    summary: "Store a sample conversation",
    description: "One event of each published kind.",
    body: z.strictObject({}),
    answer: samplesSent,
  }),
  getMe: define(endpoints.getMe, {
    tag: "System",
    summary: "Get who you are",
    description: "The user of the session or the API token, and what it may do.",
    answer: me,
  }),
  getRebuild: define(endpoints.getRebuild, {
    tag: "System",
    summary: "Get the progress of rebuilds",
    description: "Projections that are being rebuilt from the event log, after an upgrade or by `npm run rebuild`.",
    answer: rebuildState,
  }),
  getProjection: define(endpoints.getProjection, {
    tag: "System",
    summary: "Get what is not projected yet",
    description:
      "Events that are stored and not yet in lists and pages, and the conversations that cannot be projected.",
    answer: projectionState,
  }),
  listJobs: define(endpoints.listJobs, {
    tag: "System",
    summary: "List the jobs",
    description: "Work in the background: dead jobs first, then those that wait, then the latest that are done.",
    answer: jobList,
  }),
  retryJob: define(endpoints.retryJob, {
    tag: "System",
    summary: "Retry a dead job",
    description: "A job is dead when it has failed ten times in a row. It continues where it failed.",
    body: jobId,
    answer: done,
    errors: [404],
  }),
  getOpenApi: define(endpoints.getOpenApi, {
    tag: "System",
    summary: "Get this document",
    description: "OpenAPI 3.1.",
    answer: z.record(z.string(), z.unknown()),
  }),
};
