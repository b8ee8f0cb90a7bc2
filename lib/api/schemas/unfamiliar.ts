import { z } from "zod";
import { instant } from "./event";

/** `GET /unfamiliar`: what was sent that neither the published samples nor Playhead's schemas have, the latest first. */
export const unfamiliarReport = z.object({
  data: z.array(
    z.object({
      /**
       * `event` and `message`: a type that is not known. `misfit`: a known type whose payload does not fit. `field`: one
       * never published.
       */
      kind: z.enum(["event", "message", "misfit", "field"]),
      /** The event's type; null for a field beside it, in the envelope. */
      type: z.string().nullable(),
      messageType: z.string().nullable(),
      /** Of a field: its path in the payload, `message.payload.items[].price`, or in the envelope. */
      path: z.string().nullable(),
      /** How many events have it. */
      events: z.int(),
      firstSeenAt: instant,
      lastSeenAt: instant,
      /** The last event that has it. */
      example: z.object({ eventId: z.string(), conversationKey: z.string() }).nullable(),
    }),
  ),
  /** Whether this is all: very many different ones are cut off. */
  complete: z.boolean(),
});

export type UnfamiliarReport = z.infer<typeof unfamiliarReport>;
