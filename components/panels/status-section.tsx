"use client";

import { usePlayheadControls } from "@/components/playhead/playhead";
import { useActorNames } from "@/components/timeline/actor-names";
import type { StatusChange } from "@/components/timeline/change";
import { InstantTime } from "@/components/timeline/instant-time";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Conversation } from "@/lib/conversation/conversation";
import { PanelSection } from "./panel-section";

interface StatusSectionProps {
  status: Conversation["status"];
  changes: readonly StatusChange[];
}

/** Open or closed at the moment, and how it came to that. */
export function StatusSection({ status, changes }: StatusSectionProps) {
  const nameOf = useActorNames();
  const { moveToEvent } = usePlayheadControls();
  return (
    <PanelSection title="Status" action={<StatusBadge status={status} />}>
      {changes.length === 0 && <p className="text-xs text-muted">Never changed</p>}
      <ol className="space-y-0.5 text-xs">
        {changes.map((change) => (
          <li key={change.eventId}>
            <button
              type="button"
              onClick={() => moveToEvent(change.eventId)}
              className="-mx-1.5 flex w-[calc(100%+0.75rem)] items-center gap-2 rounded px-1.5 py-0.5 text-left hover:bg-hover"
            >
              <span className="text-text">{change.after === "closed" ? "Closed" : "Opened"}</span>
              <span className="truncate text-muted">{change.by ? `by ${nameOf(change.by)}` : ""}</span>
              <InstantTime instant={change.at} short className="tabular ml-auto shrink-0 text-faint" />
            </button>
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}
