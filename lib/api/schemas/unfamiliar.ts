import { z } from "zod";
import { instant } from "./event";

/** `GET /unfamiliar`: data that is neither in the published samples nor in Playhead's schemas, latest first. */
export const unfamiliarReport = z.object({
  data: z.array(
    z.object({
      kind: z
        .enum(["event", "message", "misfit", "field"])
        .describe(
          "`event`, `message`: an unknown type. `misfit`: a known type with an unexpected payload. `field`: an undocumented field.",
        ),
      type: z.string().nullable().describe("The event's type; null for a field of the envelope."),
      messageType: z.string().nullable(),
      path: z
        .string()
        .nullable()
        .describe(
          "Fields only: the path in the payload, for example `message.payload.items[].price`, or in the envelope.",
        ),
      events: z.int().describe("How many events have it."),
      firstSeenAt: instant,
      lastSeenAt: instant,
      example: z
        .object({ eventId: z.string(), conversationKey: z.string() })
        .nullable()
        .describe("The last event that has it."),
    }),
  ),
  complete: z.boolean().describe("False where the list was cut off because it was too long."),
});

export type UnfamiliarReport = z.infer<typeof unfamiliarReport>;
