"use client";

import { ArrowRight } from "lucide-react";
import { useActorNames } from "@/components/actors/actor-names";
import { PanelSection } from "@/components/panels/panel-section";
import { LabelChip } from "@/components/ui/labels/label-chip";
import { StatusBadge } from "@/components/ui/status-badge";
import { BreakableName } from "@/components/values/breakable-name";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import type { Counted } from "@/lib/fold/compare/diff";
import type { Change } from "@/lib/fold/log/change";
import { plainLines } from "@/lib/text/plain-lines";
import { DifferenceRow } from "./difference-row";
import { DifferenceSpan } from "./difference-span";
import { kindOf } from "./kind-of";
import { useMomentDifference } from "./use-moment-difference";
import { ValueDifference } from "./value-difference";
import { WaitSection } from "./wait-section";

interface DifferencePanelProps {
  /** Index of the last event before the marker. */
  marker: number;
  /** The state at the playhead. */
  conversation: Conversation;
  events: readonly Event[];
  /** The changes of each event, by its id. */
  changes: ReadonlyMap<string, readonly Change[]>;
}

/** The differences between the states at the marker and the playhead: before, after, and the event that caused each. */
export default function DifferencePanel({ marker, conversation, events, changes }: DifferencePanelProps) {
  const nameOf = useActorNames();
  const span = useMomentDifference({ marker, conversation, events, changes });
  if (span === null) return <p className="px-4 py-3 text-sm text-muted">Loading the events…</p>;
  const { difference, from, to } = span;
  const { variables, labels, assignee, status, title, notes, counts, waits, passing } = difference;
  const isSame = [variables, labels, notes.added, notes.removed, waits, passing].every(({ length }) => length === 0);

  return (
    <>
      <DifferenceSpan events={events} from={from} to={to} />
      {isSame && !assignee && !status && !title && (
        <p className="border-b border-line px-4 py-3 text-sm text-muted">
          {from === to
            ? "Both points are the same event. Move the playhead."
            : "Nothing changed between the two points."}
        </p>
      )}
      {variables.length > 0 && (
        <PanelSection title="Changed variables" count={variables.length}>
          {variables.map(({ name, before, after, cause }) => (
            <DifferenceRow key={name} kind={kindOf(before, after)} cause={cause} variable={name}>
              <span className="mr-2 font-mono text-xs text-muted">
                <BreakableName name={name} />
              </span>
              <ValueDifference before={before} after={after} />
            </DifferenceRow>
          ))}
        </PanelSection>
      )}
      {labels.length > 0 && (
        <PanelSection title="Changed labels" count={labels.length}>
          {labels.map(({ id, before, after, cause }) => (
            <DifferenceRow key={id} kind={kindOf(before, after)} cause={cause}>
              <span className="inline-flex flex-wrap gap-1 align-middle">
                {before && <LabelChip label={{ id, ...before }} removed />}
                {after && <LabelChip label={{ id, ...after }} />}
              </span>
            </DifferenceRow>
          ))}
        </PanelSection>
      )}
      {assignee && (
        <PanelSection title="Changed assignee">
          <DifferenceRow kind="changed" cause={assignee.cause}>
            <Replaced before={nameOf(assignee.before)} after={nameOf(assignee.after)} />
          </DifferenceRow>
        </PanelSection>
      )}
      {status && (
        <PanelSection title="Changed status">
          <DifferenceRow kind="changed" cause={status.cause}>
            <span className="inline-flex items-center gap-1.5">
              <StatusBadge status={status.before} />
              <ArrowRight aria-label="became" className="size-3 text-faint" />
              <StatusBadge status={status.after} />
            </span>
          </DifferenceRow>
        </PanelSection>
      )}
      <WaitSection waits={waits} />
      {title && (
        <PanelSection title="Changed title">
          <DifferenceRow kind="changed" cause={title.cause}>
            <Replaced before={title.before} after={title.after} />
          </DifferenceRow>
        </PanelSection>
      )}
      {notes.added.length + notes.removed.length > 0 && (
        <PanelSection title="New notes" count={notes.added.length}>
          {notes.added.map((note) => (
            <DifferenceRow key={note.eventId} kind="added" cause={{ ...note, times: 1 }}>
              <span dir="auto" className="line-clamp-6 text-xs whitespace-pre-line">
                {plainLines(note.text)}
              </span>
            </DifferenceRow>
          ))}
        </PanelSection>
      )}
      {counts.length > 0 && (
        <PanelSection title="Counts">
          <dl className="tabular grid grid-cols-[1fr_auto_auto] gap-x-3 gap-y-0.5 text-xs">
            {counts.map(({ of, before, after }) => (
              <div key={of} className="contents">
                <dt className="text-muted">{counted[of]}</dt>
                <dd className="text-right">
                  {before} <span className="sr-only">before,</span>
                  <ArrowRight aria-hidden="true" className="inline size-3 text-faint" /> {after}
                </dd>
                <dd className="min-w-8 text-right font-medium">+{after - before}</dd>
              </div>
            ))}
          </dl>
        </PanelSection>
      )}
      {passing.length > 0 && (
        <PanelSection title="Changed and changed back" count={passing.length}>
          {passing.map(({ what, cause }) => (
            <DifferenceRow key={cause.eventId + what} kind="passing" cause={cause}>
              <span className="text-xs text-muted [overflow-wrap:anywhere]">{what}</span>
            </DifferenceRow>
          ))}
        </PanelSection>
      )}
    </>
  );
}

function Replaced({ before, after }: { before: string; after: string }) {
  return (
    <span className="text-xs [overflow-wrap:anywhere]">
      <span className="sr-only">before: </span>
      <span className="text-muted line-through">{before}</span> <span className="sr-only">after: </span>
      <span className="font-medium">{after}</span>
    </span>
  );
}

const counted: Record<Counted, string> = {
  events: "Events",
  visitor: "Messages of the visitor",
  bot: "Messages of the bot",
  user: "Messages of agents",
};
