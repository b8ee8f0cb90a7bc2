import { bothFilters } from "@/lib/filters/both-filters";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { AllKey, FilterValues } from "@/lib/filters/filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { toIso } from "@/lib/time/instant";

type YesOrNo = {
  [Key in keyof FilterValues]: FilterValues[Key] extends "yes" | "no" | null ? Key : never;
}[keyof FilterValues];

/** Further filters. */
export type Narrowing = Partial<Pick<FilterValues, YesOrNo | "wait" | "longestReply">> & {
  readonly [Key in "status" | "closedByKind"]?: readonly FilterValues[Key][number][];
};

/** A cohort: the conversations that started in `[from, to)`, in microseconds since 1970, and match the filters. */
export interface Cohort {
  filters: ConversationFilters;
  from: bigint;
  to: bigint;
}

/** The filters of a narrowing alone. */
export function filtersOf(narrowing: Narrowing): ConversationFilters {
  return { ...noFilters, ...Object.fromEntries(Object.entries(narrowing)) };
}

/** Filters that match what both match; null if that is no conversation. */
export function narrow(filters: ConversationFilters, narrowing: Narrowing): ConversationFilters | null {
  const { wait, longestReply, ...more } = filtersOf(narrowing);
  const both = bothFilters(filters, {
    ...more,
    // A range given for a duration also requires that there is one.
    wait: filters.wait === null ? wait : null,
    longestReply: filters.longestReply === null ? longestReply : null,
  });
  if (both !== null && "unsupported" in both) throw new Error(`Cannot narrow by "${both.unsupported}".`);
  return both;
}

/** Filters that also require this value. */
export function withAll(filters: ConversationFilters, key: AllKey, value: string): ConversationFilters {
  const name = `${key}.all` as const;
  return { ...filters, [name]: [...new Set([...filters[name], value])] };
}

/** A cohort whose conversations also have this value. */
export function cohortWith(cohort: Cohort, key: AllKey, value: string): Cohort {
  return { ...cohort, filters: withAll(cohort.filters, key, value) };
}

/** The query string of a list that holds no conversation, whatever its state. */
export const noConversations = writeFilters({ ...noFilters, engaged: "no", botOnly: "yes" }).toString();

/** The query string of the list that holds exactly the cohort's conversations that also match `narrowing`. */
export function conversationsOf({ filters, from, to }: Cohort, narrowing: Narrowing): string {
  const both = narrow(filters, narrowing);
  return both === null ? noConversations : conversationsIn({ filters: both, from, to });
}

/** The query string of the list that holds exactly the cohort's conversations. */
export function conversationsIn({ filters, ...period }: Cohort): string {
  return writeFilters({ ...filters, created: createdIn(period) }).toString();
}

/** The query string of the list that holds exactly the cohort's conversations that also have this value. */
export function conversationsWith(cohort: Cohort, key: AllKey, value: string): string {
  return conversationsIn(cohortWith(cohort, key, value));
}

/** The value of the filter `created` for a period. */
export function createdIn({ from, to }: Pick<Cohort, "from" | "to">): string {
  return `${toIso(from)}..${toIso(to - 1n)}`;
}
