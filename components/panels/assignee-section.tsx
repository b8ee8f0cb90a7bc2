"use client";

import { useMemo } from "react";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { useActorNames } from "@/components/timeline/actor-names";
import { formatDuration } from "@/components/timeline/duration";
import { InstantTime } from "@/components/timeline/instant-time";
import { actorVoice, type Voice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";
import type { Conversation } from "@/lib/conversation/conversation";
import { assigneeSpans } from "./assignee-spans";
import { PanelSection } from "./panel-section";

/** Who had the conversation for how long, up to the moment. */
export function AssigneeSection({ conversation }: { conversation: Conversation }) {
  const nameOf = useActorNames();
  const { moveToEvent } = usePlayheadControls();
  const spans = useMemo(() => assigneeSpans(conversation), [conversation]);
  const total = spans.reduce((sum, span) => sum + span.milliseconds, 0);

  return (
    <PanelSection title="Assignee">
      {total > 0 && (
        <div aria-hidden="true" className="mb-2 flex h-1.5 gap-0.5 overflow-hidden rounded-full">
          {spans.map((span) => (
            <span
              key={span.eventId ?? "first"}
              className={classNames("min-w-0.5", fills[actorVoice(span.assignee)])}
              style={{ flexGrow: span.milliseconds / total }}
            />
          ))}
        </div>
      )}
      <ol className="space-y-0.5 text-xs">
        {spans.map((span, index) => {
          const { eventId } = span;
          const isCurrent = index === spans.length - 1;
          const entry = (
            <>
              <span
                aria-hidden="true"
                className={classNames("size-2 shrink-0 rounded-full", fills[actorVoice(span.assignee)])}
              />
              <span className={classNames("truncate", isCurrent ? "font-medium text-text" : "text-muted")}>
                {nameOf(span.assignee)}
              </span>
              <span className="tabular ml-auto shrink-0 text-muted">{formatDuration(span.milliseconds)}</span>
              <InstantTime instant={span.from} short className="tabular w-10 shrink-0 text-right text-faint" />
            </>
          );
          return (
            <li key={eventId ?? "first"}>
              {eventId === null ? (
                <span className="flex items-center gap-2 py-0.5">{entry}</span>
              ) : (
                <button
                  type="button"
                  onClick={() => moveToEvent(eventId)}
                  className="-mx-1.5 flex w-[calc(100%+0.75rem)] items-center gap-2 rounded px-1.5 py-0.5 text-left hover:bg-hover"
                >
                  {entry}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </PanelSection>
  );
}

const fills: Record<Voice, string> = {
  visitor: "bg-visitor",
  bot: "bg-bot",
  agent: "bg-agent",
  system: "bg-line-strong",
};
