"use client";

import type { ReactNode } from "react";
import { useActorNames } from "@/components/actors/actor-names";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { InstantTime } from "@/components/times/instant-time";
import { classNames } from "@/components/ui/class-names";
import type { Cause } from "./moment-difference";

interface DifferenceRowProps {
  kind: keyof typeof kinds;
  cause: (Omit<Cause, "times"> & { times?: number }) | null;
  /** The variable that differs. */
  variable?: string;
  children: ReactNode;
}

/** A difference; the line below links to the event that caused it. */
export function DifferenceRow({ kind, cause, variable, children }: DifferenceRowProps) {
  const { moveToEvent } = usePlayheadControls();
  const nameOf = useActorNames();
  const { sign, said, look } = kinds[kind];
  return (
    <div data-difference={kind} data-variable={variable} className="-mx-1.5 flex gap-1.5 rounded px-1.5 py-1">
      <span aria-hidden="true" className={classNames("w-2.5 shrink-0 text-center font-mono text-xs", look)}>
        {sign}
      </span>
      <div className="min-w-0 flex-1">
        {said && <span className="sr-only">{said}: </span>}
        {children}
        {cause && (
          <button
            type="button"
            onClick={() => moveToEvent(cause.eventId)}
            className="mt-0.5 block rounded text-left text-2xs text-muted hover:text-accent hover:underline"
          >
            <span className="sr-only">Go to the event: </span>
            {cause.by ? `${nameOf(cause.by)} · ` : ""}
            <InstantTime instant={cause.at} className="tabular" />
            {(cause.times ?? 1) > 1 && ` · the last of ${cause.times} changes`}
          </button>
        )}
      </div>
    </div>
  );
}

const kinds = {
  added: { sign: "+", said: "added", look: "text-agent" },
  removed: { sign: "−", said: "removed", look: "text-danger" },
  changed: { sign: "~", said: "changed", look: "text-accent" },
  passing: { sign: "", said: "", look: "" },
};
