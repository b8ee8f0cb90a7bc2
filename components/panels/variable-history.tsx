"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { usePlayhead, usePlayheadControls } from "@/components/playhead/playhead";
import { InstantTime } from "@/components/times/instant-time";
import { classNames } from "@/components/ui/class-names";
import { JsonValue } from "@/components/values/json-value";
import type { VariableChange } from "@/lib/fold/log/change";

interface VariableHistoryProps {
  name: string;
  history: readonly VariableChange[];
  currentEventId: string;
}

/** All values of a variable, newest first, including later ones; each links to the event that set it. */
export function VariableHistory({ name, history, currentEventId }: VariableHistoryProps) {
  const { index } = usePlayhead();
  const { moveToEvent } = usePlayheadControls();
  const nameOf = useActorNames();
  return (
    <ol aria-label={`History of ${name}`} className="ml-0.75 border-l border-line">
      {history.toReversed().map((change) => {
        const isLater = change.index > index;
        return (
          <li key={change.eventId} className="relative pl-3">
            <span
              aria-hidden="true"
              className={classNames(
                "absolute top-2.5 -left-[3px] size-1.5 rounded-full",
                change.eventId === currentEventId ? "bg-accent" : "bg-line-strong",
              )}
            />
            <button
              type="button"
              onClick={() => moveToEvent(change.eventId)}
              className="flex min-h-6 w-full items-center gap-2 rounded px-1 text-left text-xs hover:bg-hover"
            >
              <JsonValue value={change.after.value} type={change.after.type} isLine className="rounded bg-hover px-1" />
              <span dir="auto" className="ml-auto max-w-1/2 shrink-0 truncate text-2xs text-muted">
                {change.by ? `${nameOf(change.by)} · ` : ""}
                <InstantTime instant={change.at} className="tabular" />
                {isLater && " · later"}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
