import { Calendar, Check } from "lucide-react";
import { BubbleFrame } from "@/components/messages/bubble-frame";
import type { BubbleProps } from "@/components/messages/bubble-props";
import { MonthGrid } from "@/components/messages/month-grid";
import { PromptTitle } from "@/components/messages/prompt-title";
import { PlainLine } from "@/components/messages/text/safe-text";
import { VisitorWords } from "@/components/messages/visitor-words";
import { readMessageText } from "@/lib/messages/message-text";
import type { MessageContents } from "@/lib/messages/message-types";
import { calendarDate } from "@/lib/messages/parts/calendar-date";

/** A date picker with its rules as sent, and the month of the chosen or offered date. */
export function CalendarBubble({ content, answer, voice }: BubbleProps<"calendar">) {
  const chosen = answer?.recognised === true ? readMessageText(answer, "visitor") : "";
  const shown = [chosen, ...content.selected, content.start]
    .map((text) => calendarDate(text, content.format))
    .find((date) => date !== null);
  return (
    <BubbleFrame voice={voice} look="card">
      <div className="flex flex-col gap-2">
        <PromptTitle title={content.title} />
        {shown !== undefined && <MonthGrid date={shown} chosen={chosen !== ""} />}
        <p className="flex items-start gap-1.5 text-xs text-muted">
          <Calendar aria-hidden className="mt-px size-4 shrink-0" />
          <PlainLine html={rules(content)} />
        </p>
        {chosen !== "" && (
          <p className="flex items-center gap-1.5 font-medium text-visitor">
            <Check aria-hidden className="size-4 shrink-0" />
            <span className="sr-only">Chosen: </span>
            <VisitorWords>
              <PlainLine html={chosen} />
            </VisitorWords>
          </p>
        )}
      </div>
    </BubbleFrame>
  );
}

function rules(content: MessageContents["calendar"]): string {
  const kinds: Record<string, string> = { single: "One date", range: "A range of dates", multiple: "Several dates" };
  const listed = (name: string, days: readonly string[]) => (days.length === 0 ? "" : `${name} ${days.join(", ")}`);
  return [
    kinds[content.picker.toLowerCase()] ?? (content.picker === "" ? "A date" : content.picker),
    content.format,
    content.start === "" ? "" : `from ${content.start}`,
    content.end === "" ? "" : `until ${content.end}`,
    listed("preset", content.selected),
    listed("only", content.included),
    listed("no days", content.excludedDays),
    listed("skips", content.skipped),
  ]
    .filter((rule) => rule !== "")
    .join(" · ");
}
