"use client";

import { useMemo } from "react";
import { type NameOf, useActorNames } from "@/components/actors/actor-names";
import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Actor } from "@/lib/events/event";
import { type AssigneeSpan, assigneeSpans } from "@/lib/fold/log/assignee-spans";
import type { AssigneeChange } from "@/lib/fold/log/change";
import { HistoryList } from "./history-list";
import { OthersLink } from "./others-link";
import { PanelSection } from "./panel-section";

interface AssigneeSectionProps {
  conversation: Conversation;
  /** Assignee changes up to the playhead, in order. */
  changes: readonly AssigneeChange[];
  /** The event at the playhead. */
  justNow: string | null;
}

/** Who the conversation was assigned to and for how long, up to the playhead. */
export function AssigneeSection({ conversation, changes, justNow }: AssigneeSectionProps) {
  const nameOf = useActorNames();
  const spans = useMemo(() => assigneeSpans(conversation), [conversation]);
  // The initial assignee is set by the creation event, not by a change.
  const initial = changes.find(({ eventType }) => eventType === "conversation_create");
  const total = spans.reduce((sum, span) => sum + span.milliseconds, 0);

  return (
    <PanelSection title="Assignee" changed={changes.some(({ eventId }) => eventId === justNow)}>
      {total > 0 && (
        <div
          aria-hidden="true"
          className="mb-2 flex h-1.5 gap-0.5 overflow-hidden rounded-full forced-color-adjust-none"
        >
          {barsOf(spans).map(({ key, voice, milliseconds }) => (
            <span
              key={key}
              className={classNames("min-w-0.5", fills[voice])}
              style={{ flexGrow: milliseconds / total }}
            />
          ))}
        </div>
      )}
      <HistoryList
        noun="assignments"
        justNow={justNow}
        lines={spans.map(({ eventId, assignee, from, milliseconds }, place) => ({
          key: eventId ?? "first",
          eventId: eventId ?? initial?.eventId ?? null,
          since: from,
          milliseconds,
          content: (
            <>
              <span
                aria-hidden="true"
                className={classNames(
                  "size-2 shrink-0 rounded-full forced-color-adjust-none",
                  fills[actorVoice(assignee)],
                )}
              />
              <span
                dir="auto"
                title={nameOf(assignee)}
                className={classNames("truncate", place === spans.length - 1 ? "font-medium text-text" : "text-muted")}
              >
                {nameOf(assignee)}
              </span>
            </>
          ),
          others: (
            <OthersLink filters={{ assignee: [assigneeValue(assignee)] }} label={assigneeWords(assignee, nameOf)} />
          ),
        }))}
      />
    </PanelSection>
  );
}

/** The filter's value for an assignee. */
function assigneeValue(assignee: Actor | null): string {
  return assignee?.email ?? assignee?.id ?? "none";
}

function assigneeWords(assignee: Actor | null, nameOf: NameOf): string {
  return assignee === null ? "no assignee" : `the assignee ${nameOf(assignee)}`;
}

const mostBars = 60;

/** One bar per span, or per voice if there are very many. */
function barsOf(spans: readonly AssigneeSpan[]): { key: string; voice: Voice; milliseconds: number }[] {
  if (spans.length <= mostBars) {
    return spans.map(({ eventId, assignee, milliseconds }) => ({
      key: eventId ?? "first",
      voice: actorVoice(assignee),
      milliseconds,
    }));
  }
  const sums = new Map<Voice, number>();
  for (const { assignee, milliseconds } of spans) {
    const voice = actorVoice(assignee);
    sums.set(voice, (sums.get(voice) ?? 0) + milliseconds);
  }
  return [...sums].map(([voice, milliseconds]) => ({ key: voice, voice, milliseconds }));
}

const fills: Record<Voice, string> = {
  visitor: "bg-visitor",
  bot: "bg-bot",
  agent: "bg-agent",
  system: "bg-line-strong",
};
