"use client";

import { CircleHelp } from "lucide-react";
import { useMemo } from "react";
import { useActorNames } from "@/components/actors/actor-names";
import { EntryStar } from "@/components/bookmarks/entry-star";
import { FieldTable } from "@/components/messages/field-table";
import { payloadProblem } from "@/lib/event-types/payload-problem";
import type { Event } from "@/lib/events/event";
import { allFields } from "@/lib/messages/unread-fields";
import { EntryTime, RawButton } from "./entry-actions";

/** Events with at most this many fields show them without a click. */
const shownOpenly = 6;

/** An unrecognised event: its text, the reason, and its data. */
export function UnknownCard({ event }: { event: Event }) {
  const nameOf = useActorNames();
  const problem = payloadProblem(event);
  const fields = useMemo(() => allFields(event.payload), [event]);
  return (
    <div
      data-entry-card=""
      className="contained mx-auto w-full max-w-lg rounded-xl border border-dashed border-line-strong bg-pane px-3.5 py-2.5"
    >
      <p className="flex items-center gap-1.5 text-xs text-muted">
        <CircleHelp aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="min-w-0 font-mono text-text">{event.type}</span>
        {event.actor && (
          <span className="min-w-0">
            by <bdi>{nameOf(event.actor)}</bdi>
          </span>
        )}
        <EntryTime event={event} className="ml-auto" />
        <EntryStar event={event} />
        <RawButton event={event} />
      </p>
      <p dir="auto" className="mt-1 line-clamp-4 text-sm">
        {event.text}
      </p>
      {problem && <p className="mt-1 text-xs text-muted">{problem}</p>}
      {fields.length > 0 && fields.length <= shownOpenly && (
        <div className="mt-1.5">
          <FieldTable fields={fields} />
        </div>
      )}
      {(fields.length > shownOpenly || fields.length === 0) && (
        <details className="mt-1.5 text-xs">
          <summary className="w-fit cursor-pointer text-muted hover:text-text">
            {fields.length === 0 ? "Data" : `Fields (${fields.length.toLocaleString("en")})`}
          </summary>
          <div className="mt-1.5 max-h-72 overflow-auto rounded-lg bg-background p-2">
            {fields.length === 0 ? (
              <code className="font-mono text-2xs">{JSON.stringify(event.payload)}</code>
            ) : (
              <FieldTable fields={fields} />
            )}
          </div>
        </details>
      )}
    </div>
  );
}
