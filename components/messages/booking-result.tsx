import { PlainLine } from "@/components/messages/text/safe-text";
import type { MessageContents } from "@/lib/messages/message-types";
import { OutcomeLine } from "./outcome-line";
import { VariableList } from "./variable-list";

const headings = { confirmed: "Booked", failed: "Booking failed", open: "Not booked yet" };
const outcomes = { confirmed: "good", failed: "bad", open: "open" } as const;

/** The booked appointment, its time and time zone. */
export function BookingResult({ content }: { content: MessageContents["appointment_booking.response"] }) {
  const { day, date, time } = content.slot;
  const when = [day, date, time].filter((part) => part !== "").join(" ");
  const others = content.variables.filter((variable) => !variable.name.includes("selected_slot_"));
  return (
    <div className="flex flex-col gap-1">
      <OutcomeLine outcome={outcomes[content.outcome]}>
        <PlainLine html={[headings[content.outcome], content.eventName].filter((part) => part !== "").join(": ")} />
      </OutcomeLine>
      {(when !== "" || content.timezone !== "") && (
        <p className="text-sm tabular-nums">
          <PlainLine html={when} />{" "}
          <span className="text-muted">
            <PlainLine html={content.timezone} />
          </span>
        </p>
      )}
      {others.length > 0 && <VariableList title="Also set" variables={others} />}
    </div>
  );
}
