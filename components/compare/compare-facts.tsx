"use client";

import type { ReactNode } from "react";
import { Capped } from "@/components/ui/capped";
import { channelName } from "@/components/ui/channel-name";
import { classNames } from "@/components/ui/class-names";
import { exactTime } from "@/components/ui/format-time";
import { LabelChip, labelName } from "@/components/ui/labels/label-chip";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Conversation } from "@/lib/conversation/conversation";
import { actorName } from "@/lib/events/actor-name";
import type { Course } from "@/lib/fold/compare/compare-courses";
import { formatDuration } from "@/lib/time/duration";
import { cellSpace, termColumn } from "./columns";
import type { Comparison } from "./use-compared";
import type { Side } from "./use-side";

interface CompareFactsProps {
  a: Side;
  b: Side;
  comparison: Comparison | null;
}

/** Facts about each conversation; differing ones first, and marked. */
export function CompareFacts({ a, b, comparison }: CompareFactsProps) {
  const sides = [
    { conversation: a.conversation, course: comparison?.a ?? null },
    { conversation: b.conversation, course: comparison?.b ?? null },
  ] as const;
  const rows = facts.map((fact) => {
    const texts = sides.map(({ conversation, course }) => (conversation ? fact.told(conversation, course) : null));
    return { ...fact, texts, differs: texts[0] !== null && texts[1] !== null && texts[0] !== texts[1] };
  });
  const [differing, same] = [rows.filter(({ differs }) => differs), rows.filter(({ differs }) => !differs)];
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">Facts, the differing ones first</caption>
      <colgroup>
        <col className={termColumn} />
        <col />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Fact</th>
          <th scope="col">A</th>
          <th scope="col">B</th>
        </tr>
      </thead>
      <tbody>
        {[...differing, ...same].map(({ term, drawn, texts, differs }) => (
          <tr key={term} data-differs={differs ? "" : undefined} className="border-b border-line align-baseline">
            <th scope="row" className="py-1.5 pr-2 text-left text-xs font-normal text-muted">
              {term}
            </th>
            {sides.map(({ conversation }, place) => (
              <td
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is the side
                key={place}
                className={classNames(
                  "tabular py-1.5 [overflow-wrap:anywhere]",
                  cellSpace,
                  differs ? "bg-accent-soft/60 font-medium" : "text-muted",
                )}
              >
                {conversation && (drawn ? drawn(conversation) : texts[place])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Fact {
  term: string;
  /** The displayed text, also compared to find differences; null while unknown. */
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
        <Capped items={labels} noun="labels" limit={12}>
          {(shown) => (
            <span className="flex flex-wrap gap-1">
              {shown.map(({ item: label }) => (
                <LabelChip key={label.id} label={label} />
              ))}
            </span>
          )}
        </Capped>
      ),
  },
  { term: "Visitor", told: ({ visitor }) => visitor.name ?? visitor.email ?? visitor.phone ?? "Unnamed visitor" },
  { term: "Channel", told: ({ channel }) => (channel === null ? "Unknown" : channelName(channel.name)) },
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
