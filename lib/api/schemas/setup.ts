import { z } from "zod";
import { instant } from "./event";

/** `GET /setup`: what is needed to register the webhook, and what has arrived so far. */
export const setup = z.object({
  webhookUrl: z.string(),
  /** The tokens that the webhook accepts; `token` is null where the viewer may not see it. */
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      token: z.string().nullable(),
      source: z.enum(["generated", "environment", "settings"]),
    }),
  ),
  /** The last call with a valid token and no events: when, and where the token stood. */
  lastTest: z.object({ at: instant, place: z.string() }).nullable(),
  firstConversationKey: z.string().nullable(),
  eventCount: z.int(),
  /** Calls that were refused for a wrong or missing token. */
  refusedCalls: z.object({ count: z.int(), lastAt: instant.nullable() }),
});

export type Setup = z.infer<typeof setup>;

/** `POST /setup/samples`: the conversation that the sample events made. */
export const samplesSent = z.object({ conversationKey: z.string() });
