"use client";

import { Check, CircleDashed, Keyboard } from "lucide-react";
import { memo, type ReactNode, type Ref } from "react";
import { InstantTime } from "@/components/times/instant-time";
import { classNames } from "@/components/ui/class-names";
import { BreakableName } from "@/components/values/breakable-name";
import { JsonValue } from "@/components/values/json-value";
import type { Question } from "@/lib/fold/questionnaire";
import { formatDuration } from "@/lib/time/duration";

interface QuestionRowProps {
  question: Question;
  number: number;
  /** The event at the playhead is its prompt or answer. */
  isCurrent: boolean;
  /** The playhead is at the end: an unanswered question is final. */
  atNow: boolean;
  onGoTo: (eventId: string) => void;
  /** For measuring its height. */
  ref?: Ref<HTMLTableRowElement>;
}

/** A question with its answer; both link to their events. Narrow screens have the last columns under the answer. */
export const QuestionRow = memo(function QuestionRow({
  question,
  number,
  isCurrent,
  atNow,
  onGoTo,
  ref,
}: QuestionRowProps) {
  const { promptId, answerId, askedAt, type, answer, afterMs, variables } = question;
  const {
    icon: Icon,
    text,
    look,
  } = outcomes[question.outcome === "unanswered" && !atNow ? "pending" : question.outcome];
  const took = afterMs === null ? null : formatDuration(afterMs);
  const sets = variables.length > 0 && (
    <ul className="space-y-0.5">
      {variables.map(({ name, value }) => (
        <li key={name} className="[overflow-wrap:anywhere]">
          <span className="font-mono text-2xs text-muted">
            <BreakableName name={name} />
          </span>{" "}
          <JsonValue value={value} className="line-clamp-2 inline" />
        </li>
      ))}
    </ul>
  );

  return (
    <tr
      ref={ref}
      data-index={number - 1}
      data-outcome={question.outcome}
      className={classNames("border-b border-line align-top", isCurrent && "bg-accent-soft")}
    >
      <td className={classNames(cell, "tabular text-right text-xs text-faint max-sm:hidden")}>{number}</td>
      <th scope="row" className={classNames(cell, "text-left font-normal")}>
        <GoTo eventId={promptId} onGoTo={onGoTo} label="Go to the question">
          <span dir="auto" className="line-clamp-4 whitespace-pre-line">
            {question.question}
          </span>
        </GoTo>
        <span className="mt-0.5 block text-2xs text-muted">
          <span className="font-mono">{type}</span> · <InstantTime instant={askedAt} className="tabular" />
        </span>
      </th>
      <td className={cell}>
        {answerId !== null && answer !== null && (
          <GoTo eventId={answerId} onGoTo={onGoTo} label="Go to the answer">
            <span dir="auto" className="line-clamp-4 font-medium whitespace-pre-line">
              {answer || "(no text)"}
            </span>
          </GoTo>
        )}
        <span className={classNames("mt-0.5 flex items-center gap-1 text-2xs", look)}>
          <Icon aria-hidden="true" className="size-3 shrink-0" />
          <span>
            {text}
            {took && <span className="md:hidden"> after {took}</span>}
          </span>
        </span>
        {sets && <div className="mt-1 text-xs lg:hidden">{sets}</div>}
      </td>
      <td className={classNames(cell, "tabular text-right text-xs whitespace-nowrap text-muted max-md:hidden")}>
        {took ?? "–"}
      </td>
      <td className={classNames(cell, "text-xs max-lg:hidden")}>{sets}</td>
    </tr>
  );
});

const cell = "px-2 py-2 first:pl-3 max-sm:nth-2:pl-3 last:pr-3 sm:first:pl-4 sm:last:pr-4 [overflow-wrap:anywhere]";

const outcomes = {
  answered: { icon: Check, text: "answered", look: "text-muted" },
  typed: { icon: Keyboard, text: "typed a different reply", look: "text-warning" },
  unanswered: { icon: CircleDashed, text: "never answered", look: "text-warning" },
  pending: { icon: CircleDashed, text: "not answered yet", look: "text-muted" },
};

interface GoToProps {
  eventId: string;
  onGoTo: (eventId: string) => void;
  label: string;
  children: ReactNode;
}

function GoTo({ eventId, onGoTo, label, children }: GoToProps) {
  return (
    <button
      type="button"
      title={label}
      onClick={() => onGoTo(eventId)}
      className="rounded text-left hover:text-accent hover:underline"
    >
      {children}
    </button>
  );
}
