"use client";

import { memo, type ReactNode } from "react";
import { ClockNote } from "@/components/times/clock-note";
import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";
import { DayDivider, GapNotice, RunHeading, SilenceDivider } from "./dividers";
import { EditedMark } from "./edited-mark";
import { ErasedCard } from "./erased-card";
import { HiddenRow } from "./hidden-row";
import { LineRow } from "./line-row";
import { MessageRow } from "./message-row";
import { NoteCard } from "./note-card";
import type { EntryRow, Row } from "./row";
import { UnknownCard } from "./unknown-card";

interface TimelineRowProps {
  row: Row;
  onToggleRun: (firstId: string) => void;
  /** The playhead is between this prompt and its answer, which is not shown yet. */
  pending: boolean;
  /** Number of the message's reactions before the playhead. */
  reactionCount: number;
  /** The entry at the playhead and the search match, in a row of hidden entries; null elsewhere. */
  currentId: string | null;
  hitId: string | null;
}

/** One row. It receives little of the playhead's state, so that a step renders few rows again. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { row, onToggleRun, pending, reactionCount, currentId, hitId } = props;
  switch (row.kind) {
    case "day":
      return <DayDivider instant={row.instant} />;
    case "silence":
      return <SilenceDivider milliseconds={row.milliseconds} />;
    case "gap":
      return <GapNotice reasons={row.reasons} />;
    case "run":
      return <RunHeading row={row} onToggle={onToggleRun} />;
    case "hidden":
      return <HiddenRow row={row} currentId={currentId} hitId={hitId} draw={(entry) => <EntryOf row={entry} />} />;
    default:
      return <EntryOf row={row} pending={pending} reactionCount={reactionCount} />;
  }
});

function EntryOf({
  row,
  pending = false,
  reactionCount = 0,
}: {
  row: EntryRow;
  pending?: boolean;
  reactionCount?: number;
}) {
  if (row.event.erasedAt !== undefined && row.kind !== "line") {
    return (
      <Entry event={row.event}>
        <ErasedCard event={row.event} />
      </Entry>
    );
  }
  switch (row.kind) {
    case "message":
      return (
        <Entry event={row.event}>
          <MessageRow row={row} pending={pending} reactionCount={reactionCount} />
        </Entry>
      );
    case "note":
      return (
        <Entry event={row.event}>
          <NoteCard event={row.event} />
        </Entry>
      );
    case "line":
      return (
        <Entry event={row.event}>
          <LineRow event={row.event} changes={row.changes} />
        </Entry>
      );
    case "unknown":
      return (
        <Entry event={row.event}>
          <UnknownCard event={row.event} />
        </Entry>
      );
  }
}

function Entry({ event, children }: { event: Event; children: ReactNode }) {
  return (
    <article
      data-event-id={event.id}
      data-event-type={event.type}
      data-message-type={rowOf(event) === "message" ? (event.messageType ?? "unknown") : undefined}
      className="group/entry"
    >
      {children}
      {event.editedBy !== null && <EditedMark by={event.editedBy} />}
      <ClockNote event={event} />
    </article>
  );
}
