import { z } from "zod";
import { stuckKinds } from "@/lib/conversation/stuck/stuck-reasons";
import { instant } from "./event";
import { cursor, wholeNumber } from "./parameters";

export const stuckQuery = z.strictObject({
  limit: wholeNumber(1, 200, 50).describe("Conversations per page."),
  cursor,
  format: z
    .enum(["json", "csv"], 'must be "json" or "csv"')
    .default("json")
    .describe("The format of the answer. CSV has the whole queue."),
});

export const stuckPage = z.object({
  asOf: instant.describe("When the reasons were computed: some depend on the current time."),
  data: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      bot: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
      score: z.int().describe("The sum of its reasons: the queue's order."),
      since: instant.describe("When the first of its reasons began."),
      reasons: z
        .array(
          z.object({
            kind: z.enum(stuckKinds),
            since: instant,
            eventIds: z.array(z.string()).describe("The events that show it, in timeline order: the last 20."),
          }),
        )
        .describe("The most urgent first."),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export type StuckPage = z.input<typeof stuckPage>;
