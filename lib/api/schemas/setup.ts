import { z } from "zod";
import { instant } from "./event";

/** `GET /setup`: what is needed to register the webhook, and what has arrived so far. */
export const setup = z.object({
  webhookUrl: z.string(),
  /** The tokens that the webhook accepts; `token` is null for users who may not see it. */
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      token: z.string().nullable(),
      source: z.enum(["generated", "environment", "settings"]),
    }),
  ),
  lastTest: z
    .object({ at: instant, place: z.string() })
    .nullable()
    .describe("The last test call: when it was received, and where its token was."),
  firstConversationKey: z.string().nullable(),
  eventCount: z.int(),
  refusedCalls: z
    .object({ count: z.int(), lastAt: instant.nullable() })
    .describe("Requests to the webhook that were refused because of a wrong or missing token."),
});

export type Setup = z.infer<typeof setup>;

/** `POST /setup/samples`: the conversation created by the sample events. */
export const samplesSent = z.object({ conversationKey: z.string() });
