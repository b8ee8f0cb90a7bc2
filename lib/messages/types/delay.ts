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

/** The bot waits. Nothing is published of its payload, so every shape fits and a number is taken as seconds. */
export const delay = defineMessage({
  type: "delay",
  content: z.object({ payload: z.unknown().optional() }).transform(({ payload }) => {
    const sent = fields.safeParse(typeof payload === "object" && payload !== null ? payload : { delay: payload }).data;
    return { seconds: sent?.delay ?? sent?.seconds ?? sent?.duration ?? sent?.time ?? sent?.value ?? null };
  }),
  text: (content) => (content.seconds === null ? "Delay" : `Delay of ${content.seconds} s`),
});
