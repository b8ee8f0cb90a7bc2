import { classNames } from "@/components/ui/class-names";
import type { CalendarDate } from "@/lib/messages/parts/calendar-date";

const weekdays = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** A static calendar of one month, with one day marked. */
export function MonthGrid({ date, chosen }: { date: CalendarDate; chosen: boolean }) {
  const first = new Date(Date.UTC(date.year, date.month - 1, 1));
  const days = new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
  const blanks = (first.getUTCDay() + 6) % 7;
  const month = first.toLocaleDateString("en", { month: "long", year: "numeric", timeZone: "UTC" });
  return (
    <div
      role="img"
      aria-label={`${month}, day ${date.day}${chosen ? " chosen" : ""}`}
      className="w-56 text-center text-xs"
    >
      <p className="pb-1 text-left font-medium">{month}</p>
      <div className="grid grid-cols-7 gap-y-0.5 tabular-nums">
        {weekdays.map((weekday) => (
          <span key={weekday} className="text-2xs text-muted">
            {weekday}
          </span>
        ))}
        {Array.from({ length: days }, (_, index) => index + 1).map((day) => (
          <span
            key={day}
            style={day === 1 ? { gridColumnStart: blanks + 1 } : undefined}
            className={classNames(
              "rounded-full py-0.5",
              day === date.day && (chosen ? "bg-visitor font-medium text-pane" : "border border-line-strong"),
            )}
          >
            {day}
          </span>
        ))}
      </div>
    </div>
  );
}
