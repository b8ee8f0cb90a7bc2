"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Conversation, Summary } from "@/lib/conversation/conversation";
import { noFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { type PathOutcome, pathOutcome, sharedQuestions } from "@/lib/fold/compare/path-outcome";

/** Number of the bot's latest conversations that are considered, and how many of them are loaded. */
const lookedAt = 50;
const mostRead = 8;
const mostOffered = 3;

export interface PathSuggestion {
  summary: Summary;
  outcome: PathOutcome;
  /** Number of initial questions that both share. */
  shared: number;
  asked: number;
}

/** Conversations with the same bot that began with the same questions and ended differently, longest common path first. */
export function usePathSuggestions(conversation: Conversation): readonly PathSuggestion[] {
  const { key, bot } = conversation;
  const filters = writeFilters({ ...noFilters, bot: bot === null ? [] : [bot.id] });
  const latest = useQuery({
    ...queryOf(endpoints.listConversations, { filters, query: { limit: lookedAt } }),
    enabled: bot !== null,
  });
  const own = useQuery(queryOf(endpoints.listQuestions, { path: { key } }));
  const outcome = pathOutcome(conversation);
  const others = (latest.data?.data ?? [])
    .filter((summary) => summary.key !== key && pathOutcome(summary) !== outcome)
    .slice(0, mostRead);
  const read = useQueries({
    queries: others.map((summary) => queryOf(endpoints.listQuestions, { path: { key: summary.key } })),
  });
  const asked = own.data?.data ?? [];
  return others
    .map((summary, place) => {
      const shared = sharedQuestions(asked, read[place]?.data?.data ?? []);
      return { summary, outcome: pathOutcome(summary), shared, asked: asked.length };
    })
    .filter(({ shared }) => shared > 0)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, mostOffered);
}
