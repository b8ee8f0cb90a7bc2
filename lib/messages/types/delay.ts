import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { optionalNumber } from "@/lib/messages/lenient";

const fields = z.object({
  delay: optionalNumber,
  seconds: optionalNumber,
  duration: optionalNumber,
  time: optionalNumber,
  value: optionalNumber,
});

/** A pause of the bot. No payload is published, so every shape is valid and a number counts as seconds. */
export const delay = defineMessage({
  type: "delay",
  content: z.object({ payload: z.unknown().optional() }).transform(({ payload }) => {
    const sent = fields.safeParse(typeof payload === "object" && payload !== null ? payload : { delay: payload }).data;
    return { seconds: sent?.delay ?? sent?.seconds ?? sent?.duration ?? sent?.time ?? sent?.value ?? null };
  }),
  text: (content) => (content.seconds === null ? "Delay" : `Delay of ${content.seconds} s`),
});
