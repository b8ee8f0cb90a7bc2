"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { RelativeTime } from "@/components/ui/relative-time";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Conversation, Summary } from "@/lib/conversation/conversation";
import type { PathOutcome } from "@/lib/fold/compare/path-outcome";
import { usePathSuggestions } from "./use-path-suggestions";

const mostEarlier = 3;

interface CompareSuggestionsProps {
  /** The selected conversation. */
  conversation: Conversation;
  /** The side that is not selected. */
  letter: "A" | "B";
  onPick: (conversationKey: string) => void;
}

/** Suggests conversations to compare with: the same path with a different outcome, and the same visitor's earlier ones. */
export function CompareSuggestions({ conversation, letter, onPick }: CompareSuggestionsProps) {
  const { key, createdAt, visitor } = conversation;
  const paths = usePathSuggestions(conversation);
  const { data } = useQuery(queryOf(endpoints.getVisitor, { path: { key: visitor.key } }));
  const earlier = (data?.conversations ?? [])
    .filter((other) => other.key !== key && other.createdAt < createdAt)
    .slice(0, mostEarlier);
  if (paths.length + earlier.length === 0) return null;
  return (
    <section aria-labelledby="compare-suggestions" className="my-6">
      <h2 id="compare-suggestions" className="text-sm font-medium">
        Suggestions for {letter}
      </h2>
      <div className="mt-1 grid gap-x-8 gap-y-4 md:grid-cols-2">
        {paths.length > 0 && (
          <Group title="Same path, other outcome">
            {paths.map(({ summary, outcome, shared, asked }) => (
              <Suggestion key={summary.key} summary={summary} onPick={onPick}>
                {outcomes[outcome]} · {shared} of {asked} {asked === 1 ? "question" : "questions"} the same
              </Suggestion>
            ))}
          </Group>
        )}
        {earlier.length > 0 && (
          <Group title="Same visitor, earlier">
            {earlier.map((summary) => (
              <Suggestion key={summary.key} summary={summary} onPick={onPick}>
                {summary.lastMessage?.text || `${summary.eventCount} events`}
              </Suggestion>
            ))}
          </Group>
        )}
      </div>
    </section>
  );
}

const outcomes: Record<PathOutcome, string> = {
  handedOver: "Handed over",
  unanswered: "Last question unanswered",
  closed: "Closed without a human",
  open: "Open without a human",
};

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="py-1 text-xs text-muted">{title}</h3>
      <ul className="divide-y divide-line border-y border-line">{children}</ul>
    </div>
  );
}

interface SuggestionProps {
  summary: Summary;
  onPick: (conversationKey: string) => void;
  children: ReactNode;
}

function Suggestion({ summary, onPick, children }: SuggestionProps) {
  return (
    <li>
      <button
        type="button"
        onClick={() => onPick(summary.key)}
        className="w-full rounded px-1.5 py-1.5 text-left text-sm hover:bg-hover"
      >
        <span className="flex items-baseline gap-2">
          <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
            {summary.title}
          </span>
          <RelativeTime iso={summary.lastEventAt} className="shrink-0 text-xs text-muted" />
        </span>
        <span dir="auto" className="block truncate text-xs text-muted">
          {children}
        </span>
      </button>
    </li>
  );
}
