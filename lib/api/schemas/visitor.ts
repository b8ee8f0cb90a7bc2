import { z } from "zod";
import { summary, variable } from "./conversation";
import { actor, instant, masked } from "./event";
import { recordOf } from "./record-of";

/** `GET /visitors/{key}`: a visitor across all conversations. */
export const visitor = z.object({
  key: z.string(),
  id: z.string().nullable(),
  account: z.object({ key: z.string() }),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  masked,
  firstSeenAt: instant,
  lastSeenAt: instant,
  /**
   * The latest value of each contact variable across all conversations, with the conversation that set it and the number of
   * conversations that have it; at most 500, the most recently changed.
   */
  variables: recordOf(variable.extend({ conversationKey: z.string(), conversationCount: z.int() })),
  conversations: z.array(summary).describe("Newest first; at most 200."),
  conversationCount: z.int(),
  channels: z
    .array(z.object({ name: z.string(), conversationCount: z.int() }))
    .describe("The channels of the conversations, most frequent first."),
  eventCount: z.int().describe("Events in all conversations."),
});

export type Visitor = z.infer<typeof visitor>;

/** `GET /visitors/{key}/variables/{name}`: the history of a contact variable. */
export const variableHistory = z.object({
  data: z.array(
    z.object({
      value: z.unknown(),
      type: z.string(),
      masked,
      conversationKey: z.string(),
      eventId: z.string(),
      by: actor.nullable(),
      at: instant,
    }),
  ),
  nextCursor: z.string().nullable(),
});
