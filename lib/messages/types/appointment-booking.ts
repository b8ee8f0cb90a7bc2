import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { firstText, inPayload, optionalNumber, optionalText } from "@/lib/messages/lenient";
import { plainText } from "@/lib/text/plain-text";

const duration = z
  .preprocess(
    (sent) => (typeof sent === "object" && sent !== null ? sent : { value: sent }),
    z.object({ value: optionalNumber, label: optionalText }),
  )
  .transform((sent) => (sent.value === null ? "" : `${sent.value} ${firstText(sent.label, "minutes")}`))
  .optional()
  .default("");

export const appointmentBooking = defineMessage({
  type: "appointment_booking",
  content: inPayload(
    z.object({ title: optionalText, text: optionalText, event_id: optionalText, duration }).transform((sent) => ({
      title: firstText(sent.title, sent.text),
      eventId: sent.event_id,
      /** `30 minutes`, "" if unknown. */
      duration: sent.duration,
    })),
  ),
  text: (content) => {
    const title = plainText(content.title) || "Appointment booking";
    return content.duration === "" ? title : `${title} (${plainText(content.duration)})`;
  },
  settled: ["label", "value", "event_id"],
  answeredBy: ["appointment_booking.response"],
});
