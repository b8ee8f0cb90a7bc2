"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { exactTime } from "@/components/ui/format-time";
import { LabelChip, labelName } from "@/components/ui/label-chip";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Conversation } from "@/lib/conversation/conversation";
import { actorName } from "@/lib/events/actor-name";
import type { Course } from "@/lib/fold/compare/compare-courses";
import { formatDuration } from "@/lib/time/duration";
import { SideHeading } from "./side-heading";
import type { Comparison } from "./use-compared";
import type { Side } from "./use-side";

interface CompareFactsProps {
  a: Side;
  b: Side;
  comparison: Comparison | null;
  choose: (part: { a?: string; b?: string }) => void;
}

/** What is true of each conversation as a whole; the rows that differ are marked. */
export function CompareFacts({ a, b, comparison, choose }: CompareFactsProps) {
  const sides = [
    { conversation: a.conversation, course: comparison?.a ?? null },
    { conversation: b.conversation, course: comparison?.b ?? null },
  ] as const;
  // Before anything is chosen there is nothing to tell.
  const rows = a.key === null && b.key === null ? [] : facts;
  return (
    <table className="w-full table-fixed text-sm">
      <colgroup>
        <col className="w-20 sm:w-32" />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr className="border-b border-line align-top">
          <td />
          <SideHeading letter="A" side={a} except={b.key} onPick={(key) => choose({ a: key })} />
          <SideHeading letter="B" side={b} except={a.key} onPick={(key) => choose({ b: key })} />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ term, told, drawn }) => {
          const texts = sides.map(({ conversation, course }) => (conversation ? told(conversation, course) : null));
          const differs = texts[0] !== null && texts[1] !== null && texts[0] !== texts[1];
          return (
            <tr key={term} data-differs={differs ? "" : undefined} className="border-b border-line align-baseline">
              <th scope="row" className="py-1.5 pr-2 text-left text-xs font-normal text-muted">
                {term}
              </th>
              {sides.map(({ conversation }, place) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is the side
                  key={place}
                  className={classNames(
                    "tabular px-1.5 py-1.5 [overflow-wrap:anywhere] sm:px-3",
                    differs ? "bg-accent-soft/60 font-medium" : "text-muted",
                  )}
                >
                  {conversation && (drawn ? drawn(conversation) : texts[place])}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface Fact {
  term: string;
  /** In words, also for telling whether it differs; null while it is not known. */
  told: (conversation: Conversation, course: Course | null) => string | null;
  drawn?: (conversation: Conversation) => ReactNode;
}

const facts: readonly Fact[] = [
  { term: "Status", told: ({ status }) => status, drawn: ({ status }) => <StatusBadge status={status} /> },
  { term: "Assignee", told: ({ assignee }) => (assignee ? actorName(assignee) : "Unassigned") },
  {
    term: "Labels",
    told: ({ labels }) => labels.map(labelName).sort().join(", ") || "None",
    drawn: ({ labels }) =>
      labels.length === 0 ? (
        "None"
      ) : (
        <span className="flex flex-wrap gap-1">
          {labels.map((label) => (
            <LabelChip key={label.id} label={label} />
          ))}
        </span>
      ),
  },
  { term: "Visitor", told: ({ visitor }) => visitor.name ?? visitor.email ?? visitor.phone ?? "Unnamed visitor" },
  { term: "Channel", told: ({ channel }) => channel?.name ?? "Unknown" },
  { term: "Bot", told: ({ bot }) => (bot ? (bot.name ?? `Bot ${bot.id}`) : "Unknown") },
  { term: "Started", told: ({ createdAt }) => exactTime(createdAt) },
  {
    term: "Duration",
    told: ({ createdAt, lastEventAt }) => formatDuration(Date.parse(lastEventAt) - Date.parse(createdAt)),
  },
  { term: "Events", told: ({ eventCount }) => String(eventCount) },
  {
    term: "Messages",
    told: ({ messageCounts: { visitor, bot, user } }) => `${visitor} visitor, ${bot} bot, ${user} agents`,
  },
  {
    term: "Questions",
    told: (_, course) => {
      if (course === null) return null;
      const answered = course.questions.filter(({ outcome }) => outcome === "answered").length;
      return `${answered} of ${course.questions.length} answered`;
    },
  },
  {
    term: "Wait for a human",
    told: ({ humanWaitMs }) => (humanWaitMs === null ? "None" : formatDuration(humanWaitMs)),
  },
  {
    term: "First reply",
    told: ({ firstReplyMs }) => (firstReplyMs === null ? "None" : `after ${formatDuration(firstReplyMs)}`),
  },
  { term: "Gaps", told: ({ gaps }) => String(gaps.length) },
];
