import { z } from "zod";
import { summary, variable } from "./conversation";
import { instant } from "./event";
import { recordOf } from "./record-of";

/** `GET /visitors/{key}`: one person over all conversations. */
export const visitor = z.object({
  key: z.string(),
  id: z.string().nullable(),
  account: z.object({ key: z.string() }),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  /** The latest value of each contact variable, with the conversation that it comes from. */
  variables: recordOf(variable.extend({ conversationKey: z.string() })),
  /** Newest first; at most 200. */
  conversations: z.array(summary),
  conversationCount: z.int(),
});

export type Visitor = z.infer<typeof visitor>;
