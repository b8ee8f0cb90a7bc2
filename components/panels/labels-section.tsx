"use client";

import { usePlayheadControls } from "@/components/playhead/playhead";
import { useActorNames } from "@/components/timeline/actor-names";
import type { LabelChange } from "@/components/timeline/change";
import { useTimeDisplay } from "@/components/timeline/time-display";
import { LabelChip } from "@/components/ui/label-chip";
import type { Conversation } from "@/lib/conversation/conversation";
import { PanelSection } from "./panel-section";

interface LabelsSectionProps {
  labels: Conversation["labels"];
  /** Label changes up to the moment, in order. */
  changes: readonly LabelChange[];
}

/** The labels at the moment, and struck through the ones that were taken away before it. Each leads to its event. */
export function LabelsSection({ labels, changes }: LabelsSectionProps) {
  const nameOf = useActorNames();
  const { clock } = useTimeDisplay();
  const { moveToEvent } = usePlayheadControls();
  const latest = new Map(changes.map((change) => [change.label.id, change]));
  const present = new Set(labels.map((label) => label.id));
  const removed = [...latest.values()].filter((change) => !change.added && !present.has(change.label.id));
  const shown = [
    ...labels.map((label) => ({ label, gone: false, change: latest.get(label.id) })),
    ...removed.map((change) => ({ label: change.label, gone: true, change })),
  ];

  return (
    <PanelSection title="Labels">
      {shown.length === 0 && <p className="text-xs text-muted">None</p>}
      <ul className="flex flex-wrap gap-1.5">
        {shown.map(({ label, gone, change }) => (
          <li key={label.id} data-label={label.id}>
            {change ? (
              <button
                type="button"
                aria-label={`Label ${label.name ?? label.id}: ${gone ? "removed" : "added"} by ${nameOf(change.by)}, ${clock(change.at)}`}
                onClick={() => moveToEvent(change.eventId)}
                className="block rounded-full"
              >
                <LabelChip label={label} removed={gone} />
              </button>
            ) : (
              <LabelChip label={label} removed={gone} />
            )}
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
