"use client";

import { useActorNames } from "@/components/actors/actor-names";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Conversation } from "@/lib/conversation/conversation";
import type { StatusChange } from "@/lib/fold/log/change";
import { statusSpans } from "@/lib/fold/log/status-spans";
import { HistoryList } from "./history-list";
import { PanelSection } from "./panel-section";

interface StatusSectionProps {
  conversation: Conversation;
  /** Status changes up to the playhead, in order. */
  changes: readonly StatusChange[];
  /** The event at the playhead. */
  justNow: string | null;
}

/** The status at the playhead, with its history and the duration of each status. */
export function StatusSection({ conversation, changes, justNow }: StatusSectionProps) {
  const nameOf = useActorNames();
  const isNow = (change: StatusChange | null) => change !== null && change.eventId === justNow;
  return (
    <PanelSection
      title="Status"
      action={<StatusBadge status={conversation.status} />}
      changed={changes.some((change) => isNow(change))}
    >
      <HistoryList
        noun="changes"
        justNow={justNow}
        lines={statusSpans(conversation, changes).map(({ status, change, from, milliseconds }) => ({
          key: change?.eventId ?? "start",
          eventId: change?.eventId ?? null,
          since: from,
          milliseconds,
          content: (
            <>
              <span className="shrink-0 text-text">{status === "closed" ? "Closed" : "Open"}</span>
              <span dir="auto" className="truncate text-muted">
                {change?.by ? `by ${nameOf(change.by)}` : ""}
              </span>
            </>
          ),
        }))}
      />
    </PanelSection>
  );
}
