"use client";

import { ChevronDown, Moon, TriangleAlert } from "lucide-react";
import { useTimeDisplay } from "@/components/times/time-display";
import { classNames } from "@/components/ui/class-names";
import { formatDuration } from "@/lib/time/duration";
import type { Row } from "./row";

export function DayDivider({ instant }: { instant: string }) {
  const { day, zoneNote } = useTimeDisplay();
  return (
    <h2 className="mx-auto w-fit text-xs font-normal text-muted" suppressHydrationWarning>
      {day(instant)}
      {zoneNote !== null && ` (${zoneNote})`}
    </h2>
  );
}

export function SilenceDivider({ milliseconds }: { milliseconds: number }) {
  return (
    <p className="flex items-center justify-center gap-2.5 text-xs text-muted">
      <span aria-hidden="true" className="w-20 border-t border-dashed border-line-strong" />
      <Moon aria-hidden="true" className="size-3 text-faint" />
      <span className="sr-only">Nothing happened for </span>
      <span className="tabular">{formatDuration(milliseconds)}</span>
      <span aria-hidden="true" className="w-20 border-t border-dashed border-line-strong" />
    </p>
  );
}

/** A gap: something between the event above and the next one was not received. */
export function GapNotice({ reasons }: { reasons: readonly string[] }) {
  return (
    <div
      data-gap=""
      className="mx-auto flex max-w-lg items-start gap-2 rounded-lg bg-warning-soft px-3 py-2 text-xs text-warning"
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <div>
        <span className="sr-only">Gap: </span>
        {reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
      </div>
    </div>
  );
}

interface RunHeadingProps {
  row: Extract<Row, { kind: "run" }>;
  onToggle: (firstId: string) => void;
}

/** The heading of a long run of system events, which collapses it. */
export function RunHeading({ row, onToggle }: RunHeadingProps) {
  return (
    <p className="text-center">
      <button
        type="button"
        aria-expanded={!row.folded}
        onClick={() => onToggle(row.firstId)}
        className="inline-flex items-center gap-1 rounded-full border border-line px-2 text-2xs text-muted hover:bg-hover hover:text-text print:hidden"
      >
        <ChevronDown
          aria-hidden="true"
          className={classNames("size-3 transition-transform", row.folded && "-rotate-90")}
        />
        {row.events.length} changes
      </button>
    </p>
  );
}
