"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { Capped } from "@/components/ui/capped";
import { LabelChip, labelName } from "@/components/ui/labels/label-chip";
import type { Conversation } from "@/lib/conversation/conversation";
import type { LabelChange } from "@/lib/fold/log/change";
import { type LabelSpan, labelSpans } from "@/lib/fold/log/label-spans";
import { HistoryList } from "./history-list";
import { OthersLink } from "./others-link";
import { PanelSection } from "./panel-section";

interface LabelsSectionProps {
  conversation: Conversation;
  /** Label changes up to the playhead, in order. */
  changes: readonly LabelChange[];
  /** The event at the playhead. */
  justNow: string | null;
}

/**
 * The labels at the playhead, and struck through those removed earlier, each with its actor and duration. Each links to its
 * event.
 */
export function LabelsSection({ conversation, changes, justNow }: LabelsSectionProps) {
  const nameOf = useActorNames();
  const { labels, lastEventAt } = conversation;
  const spans = byLastChange(labelSpans(changes, lastEventAt));
  // Until a long conversation's log is derived, labels are shown without their history.
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
          <ul className="flex flex-wrap gap-1">
            {shown.map(({ item: label }) => (
              <li key={label.id} className="max-w-full min-w-0">
                <LabelChip label={label} />
              </li>
            ))}
          </ul>
        )}
      </Capped>
      <HistoryList
        noun="label changes"
        limit={30}
        justNow={justNow}
        lines={spans.map(({ label, removed, change, milliseconds }) => ({
          key: change.eventId + label.id,
          eventId: change.eventId,
          since: change.at,
          milliseconds,
          content: (
            <>
              <span data-label={label.id} className="flex max-w-[65%] min-w-0">
                <LabelChip label={named.get(label.id) ?? label} removed={removed !== null} />
              </span>
              <span dir="auto" className="min-w-0 flex-1 truncate text-muted">
                {removed && "removed "}
                {change.by ? `by ${nameOf(change.by)}` : ""}
              </span>
            </>
          ),
          others: (
            <OthersLink
              filters={{ label: [label.id] }}
              label={`the label ${labelName(named.get(label.id) ?? label)}`}
            />
          ),
        }))}
      />
    </PanelSection>
  );
}

/** By last change, so that their times ascend. */
function byLastChange(spans: readonly LabelSpan[]) {
  return spans
    .flatMap((span) => {
      const change = span.removed ?? span.added;
      return change === null ? [] : [{ ...span, change }];
    })
    .sort((one, other) => one.change.index - other.change.index);
}
