"use client";

import { CircleHelp } from "lucide-react";
import { EntryStar } from "@/components/bookmarks/entry-star";
import type { Event } from "@/lib/events/event";
import { payloadProblem } from "@/lib/events/payload-problem";
import { useActorNames } from "./actor-names";
import { EntryTime, RawButton } from "./entry-actions";

/** An event that Playhead does not understand: what it says of itself, why, and its data. Never a gap. */
export function UnknownCard({ event }: { event: Event }) {
  const nameOf = useActorNames();
  const problem = payloadProblem(event);
  return (
    <div
      data-entry-card=""
      className="mx-auto w-full max-w-lg rounded-xl border border-dashed border-line-strong bg-pane px-3.5 py-2.5"
    >
      <p className="flex items-center gap-1.5 text-xs text-muted">
        <CircleHelp aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="font-mono text-text">{event.type}</span>
        {event.actor && <span>by {nameOf(event.actor)}</span>}
        <EntryTime event={event} className="ml-auto" />
        <EntryStar event={event} />
        <RawButton event={event} />
      </p>
      <p className="mt-1 text-sm [overflow-wrap:anywhere]">{event.text}</p>
      {problem && <p className="mt-1 text-xs text-muted">{problem}</p>}
      <details className="mt-1.5 text-xs">
        <summary className="cursor-pointer text-muted hover:text-text">Data</summary>
        <pre className="mt-1.5 max-h-72 overflow-auto rounded-lg bg-background p-2 font-mono text-2xs whitespace-pre-wrap [overflow-wrap:anywhere]">
          {JSON.stringify(event.payload, null, 2)}
        </pre>
      </details>
    </div>
  );
}
