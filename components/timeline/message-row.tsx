"use client";

import { useMemo } from "react";
import { EntryStar } from "@/components/bookmarks/entry-star";
import { MessageBubble } from "@/components/messages";
import { RawAccess } from "@/components/messages/left-out";
import { useRawDrawer } from "@/components/raw/raw-drawer";
import { actorVoice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";
import type { Event } from "@/lib/events/event";
import { readMessage } from "@/lib/messages/read-message";
import { useActorNames } from "./actor-names";
import { EntryTime, PromptButton, RawButton } from "./entry-actions";
import { ExchangeLine } from "./exchange-line";
import { payloadField } from "./payload-field";
import type { MessageExchange } from "./row";

interface MessageRowProps {
  event: Event;
  startsGroup: boolean;
  joined: MessageExchange | null;
  /** The answer lies after the playhead. */
  pending: boolean;
}

/** What somebody said: the visitor at the left, bot and agents at the right. */
export function MessageRow({ event, startsGroup, joined, pending }: MessageRowProps) {
  const nameOf = useActorNames();
  const { show } = useRawDrawer();
  const voice = actorVoice(event.actor);
  const isLeft = voice === "visitor";
  const isAnswered = joined?.role === "prompt" && joined.exchange.outcome === "answered" && !pending;
  const answeredBy = isAnswered ? joined.partner : null;
  const message = useMemo(() => readMessage(payloadField(event.payload, "message")), [event]);
  const answer = useMemo(
    () => (answeredBy === null ? null : readMessage(payloadField(answeredBy.payload, "message"))),
    [answeredBy],
  );

  return (
    <div className={classNames("flex flex-col", isLeft ? "items-start" : "items-end")}>
      <header
        className={classNames(
          "flex items-baseline gap-1.5 text-xs text-muted",
          startsGroup ? "mb-1" : "sr-only group-focus-within/entry:not-sr-only group-hover/entry:not-sr-only",
        )}
      >
        <span className={startsGroup ? "text-muted" : "sr-only"}>{event.actor ? nameOf(event.actor) : "Somebody"}</span>
        {roles[voice] && <span className={startsGroup ? "text-faint" : "sr-only"}>{roles[voice]}</span>}
        <EntryTime event={event} />
      </header>
      <div className={classNames("flex max-w-full min-w-0 items-center gap-1", !isLeft && "flex-row-reverse")}>
        <div data-entry-body="" className="max-w-[min(36rem,calc(100%-1.5rem))] min-w-0 rounded-2xl">
          <RawAccess onShow={() => show(event.id)}>
            <MessageBubble message={message} answer={answer} voice={voice} />
          </RawAccess>
        </div>
        <EntryStar event={event} />
        <RawButton event={event} />
        {joined?.role === "answer" && <PromptButton promptId={joined.exchange.promptId} />}
      </div>
      {joined?.role === "prompt" && <ExchangeLine joined={joined} pending={pending} />}
    </div>
  );
}

const roles: Partial<Record<string, string>> = { bot: "bot", agent: "agent" };
