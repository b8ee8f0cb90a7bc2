"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { InstantTime } from "@/components/times/instant-time";
import { Capped } from "@/components/ui/capped";
import { LabelChip } from "@/components/ui/label-chip";
import type { Conversation } from "@/lib/conversation/conversation";
import type { LabelChange } from "@/lib/fold/log/change";
import { labelSpans } from "@/lib/fold/log/label-spans";
import { formatDuration } from "@/lib/time/duration";
import { HistoryEntry } from "./history-entry";
import { PanelSection } from "./panel-section";

interface LabelsSectionProps {
  conversation: Conversation;
  /** Label changes up to the moment, in order. */
  changes: readonly LabelChange[];
  /** The event at the playhead. */
  justNow: string | null;
}

/**
 * The labels at the moment, and struck through the ones that were taken away before it, each with who did it and for how long
 * it was there. Each leads to its event.
 */
export function LabelsSection({ conversation, changes, justNow }: LabelsSectionProps) {
  const nameOf = useActorNames();
  const { labels, lastEventAt } = conversation;
  const spans = labelSpans(changes, lastEventAt);
  // Until the log of a long conversation is read, the labels stand alone.
  const told = new Set(spans.map(({ label }) => label.id));
  const bare = labels.filter(({ id }) => !told.has(id));
  const named = new Map(labels.map((label) => [label.id, label]));

  return (
    <PanelSection
      title="Labels"
      count={labels.length === 0 ? undefined : labels.length}
      changed={changes.some(({ eventId }) => eventId === justNow)}
    >
      {spans.length + bare.length === 0 && <p className="text-xs text-muted">None</p>}
      <Capped items={bare} noun="labels" limit={30}>
        {(shown) => (
          <ul className="text-xs">
            {shown.map(({ item: label }) => (
              <HistoryEntry key={label.id} eventId={null} changed={false}>
                <LabelChip label={label} />
              </HistoryEntry>
            ))}
          </ul>
        )}
      </Capped>
      <Capped items={spans} noun="label changes" limit={30} fromEnd>
        {(shown) => (
          <ul className="text-xs">
            {shown.map(({ item: { label, added, removed, milliseconds } }) => {
              const change = removed ?? added;
              const now = named.get(label.id) ?? label;
              return (
                <HistoryEntry
                  key={change?.eventId + label.id}
                  eventId={change?.eventId ?? null}
                  changed={change?.eventId === justNow}
                >
                  <span data-label={label.id} className="flex max-w-[45%] shrink-0">
                    <LabelChip label={now} removed={removed !== null} />
                  </span>
                  <span dir="auto" className="min-w-0 truncate text-muted">
                    {removed && "removed "}
                    {change?.by ? `by ${nameOf(change.by)}` : ""}
                  </span>
                  <span className="tabular ml-auto shrink-0 text-muted">
                    {milliseconds !== null && formatDuration(milliseconds)}
                  </span>
                  {change && (
                    <InstantTime
                      instant={change.at}
                      short
                      className="tabular min-w-10 shrink-0 text-right whitespace-nowrap text-faint"
                    />
                  )}
                </HistoryEntry>
              );
            })}
          </ul>
        )}
      </Capped>
    </PanelSection>
  );
}
