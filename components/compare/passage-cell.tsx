"use client";

import { Check, CircleDashed, Keyboard } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useActorNames } from "@/components/actors/actor-names";
import { type Voice, voiceOf } from "@/components/actors/voice";
import { EventSentence } from "@/components/timeline/event-sentence";
import { classNames } from "@/components/ui/class-names";
import { exactTime } from "@/components/ui/format-time";
import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";
import type { Passage } from "@/lib/fold/compare/compare-courses";
import type { Question } from "@/lib/fold/questionnaire";
import { formatDuration } from "@/lib/time/duration";

const shownAtFirst = 4;

interface PassageCellProps {
  conversationKey: string;
  createdAt: string;
  passage: Passage;
  events: readonly Event[];
  /** The other conversation has a different answer to the same question. */
  differs: boolean;
}

/** A question, its answer, and everything until the next one; each links to its place in the conversation. */
export function PassageCell({ conversationKey, createdAt, passage, events, differs }: PassageCellProps) {
  const [isWhole, setWhole] = useState(false);
  const { question, from, to } = passage;
  const others = events
    .slice(from, to)
    .filter(({ id }) => question === null || (id !== question.promptId && id !== question.answerId));
  const shown = isWhole ? others : others.slice(0, shownAtFirst);
  const address = (eventId: string) => `/conversations/${encodeURIComponent(conversationKey)}?event=${eventId}`;

  return (
    <div className="min-w-0 flex-1 text-sm">
      {question && (
        <>
          <Link href={address(question.promptId)} className="rounded font-medium hover:text-accent hover:underline">
            <bdi className="[overflow-wrap:anywhere]">{question.question}</bdi>
          </Link>
          <p className="tabular text-2xs text-muted">
            <span className="font-mono">{question.type}</span>
            <Since instant={question.askedAt} start={createdAt} />
          </p>
          <Answer question={question} address={address} differs={differs} />
        </>
      )}
      {question === null && others.length > 0 && <p className="text-xs text-muted">Before the first question</p>}
      <ul className="mt-1 space-y-0.5">
        {shown.map((event) => (
          <Line key={event.id} event={event} href={address(event.id)} />
        ))}
      </ul>
      {others.length > shown.length && (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="mt-0.5 rounded text-xs text-muted underline underline-offset-2 hover:text-text"
        >
          {others.length - shown.length} more
        </button>
      )}
    </div>
  );
}

function Answer({
  question,
  address,
  differs,
}: {
  question: Question;
  address: (id: string) => string;
  differs: boolean;
}) {
  const { answerId, answer, outcome, afterMs } = question;
  const { icon: Icon, text } = outcomes[outcome];
  return (
    <p
      data-outcome={outcome}
      className={classNames(
        "mt-1 flex items-start gap-1.5 rounded-md px-1.5 py-0.5",
        outcome === "answered" ? "text-visitor" : "text-warning",
        differs ? "bg-accent-soft" : "-ml-1.5",
      )}
    >
      <Icon aria-hidden="true" className="mt-0.75 size-3.5 shrink-0" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="sr-only">{text}: </span>
        {answerId === null ? (
          text
        ) : (
          <Link href={address(answerId)} className="rounded font-medium hover:underline">
            <bdi>{answer || "(no text)"}</bdi>
          </Link>
        )}
        {afterMs !== null && <span className="tabular text-2xs text-muted"> after {formatDuration(afterMs)}</span>}
      </span>
    </p>
  );
}

const outcomes = {
  answered: { icon: Check, text: "answered" },
  typed: { icon: Keyboard, text: "typed a different reply" },
  unanswered: { icon: CircleDashed, text: "never answered" },
};

function Line({ event, href }: { event: Event; href: string }) {
  const nameOf = useActorNames();
  const voice = voiceOf(event);
  return (
    <li>
      <Link
        href={href}
        className="flex items-baseline gap-1.5 rounded text-xs text-muted hover:text-accent hover:underline"
      >
        <span
          aria-hidden="true"
          className={classNames("size-1.5 shrink-0 -translate-y-px rounded-full", dots[voice])}
        />
        {event.actor && voice !== "system" && <span className="sr-only">{nameOf(event.actor)}: </span>}
        <span dir="auto" className="line-clamp-2 min-w-0 [overflow-wrap:anywhere]">
          <bdi>{rowOf(event) === "line" ? <EventSentence event={event} /> : event.text || event.type}</bdi>
        </span>
      </Link>
    </li>
  );
}

const dots: Record<Voice, string> = {
  visitor: "bg-visitor",
  bot: "bg-bot",
  agent: "bg-agent",
  note: "bg-amber-500",
  system: "bg-line-strong",
};

function Since({ instant, start }: { instant: string; start: string }) {
  const since = Date.parse(instant) - Date.parse(start);
  return <span title={exactTime(instant)}> · {since < 0 ? exactTime(instant) : `after ${formatDuration(since)}`}</span>;
}
