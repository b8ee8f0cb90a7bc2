import * as z from "zod";
import { defineMessage } from "@/lib/messages/define-message";
import { flag, inPayload, optionalText } from "@/lib/messages/lenient";
import { valueText, variableAssignments } from "@/lib/messages/parts/variable-assignments";
import { plainText } from "@/lib/text/plain-text";

export const appointmentBookingResponse = defineMessage({
  type: "appointment_booking.response",
  content: inPayload(
    z
      .object({
        event_id: optionalText,
        event_name: optionalText,
        is_booking_confirmed: flag,
        is_booking_failed: flag,
        visitor_timezone: optionalText,
        variables: variableAssignments,
      })
      .transform((sent) => {
        const slot = (part: string) =>
          valueText(sent.variables.find((one) => one.name.endsWith(`selected_slot_${part}`))?.value ?? "");
        return {
          eventName: sent.event_name,
          outcome: sent.is_booking_confirmed
            ? ("confirmed" as const)
            : sent.is_booking_failed
              ? ("failed" as const)
              : ("open" as const),
          timezone: sent.visitor_timezone,
          slot: { day: slot("day"), date: slot("date"), time: slot("time") },
          variables: sent.variables,
        };
      }),
  ),
  text: (content) => {
    const { day, date, time } = content.slot;
    const when = [day, date, time].filter((part) => part !== "").join(" ");
    const head = { confirmed: "Booked", failed: "Booking failed", open: "Booking" }[content.outcome];
    return plainText([head, [content.eventName, when].filter((part) => part !== "").join(", ")].join(": "));
  },
  settled: ["event_id"],
  variables: (content) => content.variables,
});
