"use client";

import { Braces, CornerLeftUp } from "lucide-react";
import type { ReactNode } from "react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { useRawDrawer } from "@/components/raw/raw-drawer";
import { useTimeDisplay } from "@/components/times/time-display";
import { classNames } from "@/components/ui/class-names";
import type { Event } from "@/lib/events/event";

interface EntryProps {
  event: Event;
  className?: string | undefined;
}

/** The time of an entry; a click moves the playhead to it. */
export function EntryTime({ event, className }: EntryProps) {
  const { moveToEvent } = usePlayheadControls();
  const { clock, exact, sincePrevious } = useTimeDisplay();
  const time = clock(event.occurredAt);
  const interval = sincePrevious(event.id);
  return (
    <button
      type="button"
      aria-label={`${time}${interval === null ? "" : `, ${interval} after the event before`}: move the playhead here`}
      title={`${exact(event.occurredAt)}\n${event.occurredAt}`}
      onClick={() => moveToEvent(event.id)}
      className={classNames(
        "tabular shrink-0 rounded whitespace-nowrap text-muted hover:text-accent hover:underline",
        className,
      )}
    >
      <time dateTime={event.occurredAt}>{time}</time>
      {interval !== null && (
        <span aria-hidden="true" className="ml-1.5 text-faint">
          Δ {interval}
        </span>
      )}
    </button>
  );
}

/** Opens the raw event, for those who may see it; visible on hover and focus. */
export function RawButton({ event, className }: EntryProps) {
  const { show } = useRawDrawer();
  if (show === null) return null;
  return (
    <QuietButton label="Show the event as received" onAct={() => show(event.id)} className={className}>
      <Braces aria-hidden="true" className="size-3.5" />
    </QuietButton>
  );
}

/** Links an answer to its prompt; visible on hover and focus. */
export function PromptButton({ promptId }: { promptId: string }) {
  const { moveToEvent } = usePlayheadControls();
  return (
    <QuietButton label="Go to the question" onAct={() => moveToEvent(promptId)}>
      <CornerLeftUp aria-hidden="true" className="size-3.5" />
    </QuietButton>
  );
}

interface QuietButtonProps {
  label: string;
  onAct: () => void;
  className?: string | undefined;
  children: ReactNode;
}

function QuietButton({ label, onAct, className, children }: QuietButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onAct}
      className={classNames(
        "inline-flex size-6 shrink-0 items-center justify-center rounded text-faint opacity-0 transition-opacity",
        "group-hover/entry:opacity-100 group-focus-within/entry:opacity-100 hover:bg-hover hover:text-text focus-visible:opacity-100",
        "coarse:opacity-60 print:hidden",
        className,
      )}
    >
      {children}
    </button>
  );
}
