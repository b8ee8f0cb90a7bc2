"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { InstantTime } from "@/components/times/instant-time";
import { Capped } from "@/components/ui/capped";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Conversation } from "@/lib/conversation/conversation";
import type { StatusChange } from "@/lib/fold/log/change";
import { statusSpans } from "@/lib/fold/log/status-spans";
import { formatDuration } from "@/lib/time/duration";
import { HistoryEntry } from "./history-entry";
import { PanelSection } from "./panel-section";

interface StatusSectionProps {
  conversation: Conversation;
  /** Status changes up to the moment, in order. */
  changes: readonly StatusChange[];
  /** The event at the playhead. */
  justNow: string | null;
}

/** Open or closed at the moment, how it came to that, and how long it was either. */
export function StatusSection({ conversation, changes, justNow }: StatusSectionProps) {
  const nameOf = useActorNames();
  const isNow = (change: StatusChange | null) => change !== null && change.eventId === justNow;
  return (
    <PanelSection
      title="Status"
      action={<StatusBadge status={conversation.status} />}
      changed={changes.some((change) => isNow(change))}
    >
      <Capped items={statusSpans(conversation, changes)} noun="changes" limit={20} fromEnd>
        {(shown) => (
          <ol className="text-xs">
            {shown.map(({ item: { status, change, from, milliseconds } }) => (
              <HistoryEntry key={change?.eventId ?? "start"} eventId={change?.eventId ?? null} changed={isNow(change)}>
                <span className="text-text">{status === "closed" ? "Closed" : "Open"}</span>
                <span dir="auto" className="truncate text-muted">
                  {change?.by ? `by ${nameOf(change.by)}` : ""}
                </span>
                <span className="tabular ml-auto shrink-0 text-muted">{formatDuration(milliseconds)}</span>
                <InstantTime
                  instant={from}
                  short
                  className="tabular min-w-10 shrink-0 text-right whitespace-nowrap text-faint"
                />
              </HistoryEntry>
            ))}
          </ol>
        )}
      </Capped>
    </PanelSection>
  );
}
