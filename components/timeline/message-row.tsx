"use client";

import { useMemo } from "react";
import { useActorNames } from "@/components/actors/actor-names";
import { EntryStar } from "@/components/bookmarks/entry-star";
import { MessageBubble } from "@/components/messages";
import { RawAccess } from "@/components/messages/left-out";
import { Reactions } from "@/components/messages/reactions";
import { usePlayheadControls } from "@/components/playhead/playhead";
import { useRawDrawer } from "@/components/raw/raw-drawer";
import { actorVoice } from "@/components/ui/actor-voice";
import { classNames } from "@/components/ui/class-names";
import { unreadOutsideMessage } from "@/lib/event-types/unfamiliar/unread-outside-message";
import { readMessage } from "@/lib/messages/read-message";
import { EntryTime, PromptButton, RawButton } from "./entry-actions";
import { ExchangeLine } from "./exchange-line";
import { payloadField } from "./payload-field";
import type { EntryRow } from "./row";

interface MessageRowProps {
  row: Extract<EntryRow, { kind: "message" }>;
  /** The answer is after the playhead. */
  pending: boolean;
  /** Number of reactions before the playhead. */
  reactionCount: number;
}

/** A message: the visitor's on the left, bot's and agents' on the right. */
export function MessageRow({ row, pending, reactionCount }: MessageRowProps) {
  const { event, startsGroup, joined, quoted, reactions } = row;
  const nameOf = useActorNames();
  const { show } = useRawDrawer();
  const { moveToEvent } = usePlayheadControls();
  const voice = actorVoice(event.actor);
  const isLeft = voice === "visitor";
  const isAnswered = joined?.role === "prompt" && joined.exchange.outcome === "answered" && !pending;
  const answeredBy = isAnswered ? joined.partner : null;
  const message = useMemo(() => readMessage(payloadField(event.payload, "message")), [event]);
  const answer = useMemo(
    () => (answeredBy === null ? null : readMessage(payloadField(answeredBy.payload, "message"))),
    [answeredBy],
  );
  const otherFields = useMemo(() => unreadOutsideMessage(event.payload, event.actor), [event]);
  const name = event.actor ? nameOf(event.actor) : "Somebody";
  const role = roles[voice];
  const target = quoted?.event ?? null;
  const quote =
    quoted === null
      ? null
      : {
          text: quoted.text,
          by: target?.actor ? nameOf(target.actor) : undefined,
          onJump: target === null ? undefined : () => moveToEvent(target.id),
        };

  return (
    <div className={classNames("flex flex-col", isLeft ? "items-start" : "items-end")}>
      <header
        className={classNames(
          "contained flex max-w-full items-baseline gap-1.5 text-xs text-muted",
          startsGroup ? "mb-1" : "sr-only group-focus-within/entry:not-sr-only group-hover/entry:not-sr-only",
        )}
      >
        <span dir="auto" className={startsGroup ? "min-w-0 truncate text-muted" : "sr-only"}>
          {name}
        </span>
        {role && role !== name.toLowerCase() && (
          <span className={startsGroup ? "shrink-0 text-faint" : "sr-only"}>{role}</span>
        )}
        <EntryTime event={event} />
      </header>
      <div className={classNames("flex max-w-full min-w-0 items-center gap-1", !isLeft && "flex-row-reverse")}>
        <div data-entry-body="" className="max-w-[min(36rem,calc(100%-1.5rem))] min-w-0 rounded-2xl print:max-w-xl">
          <RawAccess onShow={show && (() => show(event.id))}>
            <MessageBubble message={message} answer={answer} voice={voice} quote={quote} otherFields={otherFields} />
          </RawAccess>
        </div>
        <EntryStar event={event} />
        <RawButton event={event} />
        {joined?.role === "answer" && <PromptButton promptId={joined.exchange.promptId} />}
      </div>
      <Reactions
        reactions={reactions.slice(0, reactionCount).map(({ emoji, event: { id, actor } }) => ({
          emoji,
          id,
          by: actor ? nameOf(actor) : "Somebody",
        }))}
        onJump={moveToEvent}
      />
      {joined?.role === "prompt" && <ExchangeLine joined={joined} pending={pending} />}
    </div>
  );
}

const roles: Partial<Record<string, string>> = { bot: "bot", agent: "agent" };
