import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { filters as definitions, type FilterKey, type FilterValues } from "@/lib/filters/filters";
import type { FilterDefinition } from "@/lib/filters/kinds/filter-definition";
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

/** Filters that match what both match; null if that is no conversation. */
export function narrow(filters: ConversationFilters, narrowing: Narrowing): ConversationFilters | null {
  const entries: [string, unknown][] = [];
  for (const [key, wanted] of Object.entries(narrowing)) {
    // The names of a narrowing are names of filters.
    const given = filters[key as keyof Narrowing];
    if (Array.isArray(wanted)) {
      const both =
        !Array.isArray(given) || given.length === 0 ? wanted : wanted.filter((value) => isAmong(value, given));
      if (both.length === 0) return null;
      entries.push([key, both]);
    } else if (given === null || given === undefined || given === wanted) entries.push([key, wanted]);
    // A range given for a duration also requires that there is one.
    else if (isYesOrNo(key as FilterKey)) return null;
  }
  return { ...filters, ...Object.fromEntries(entries) };
}

function isAmong(value: unknown, given: readonly unknown[]): boolean {
  return given.includes(value);
}

function isYesOrNo(key: FilterKey): boolean {
  const definition: FilterDefinition = definitions[key];
  return definition.kind === "yes or no";
}

/** The query string of a list that holds no conversation, whatever its state. */
export const noConversations = writeFilters({ ...noFilters, engaged: "no", botOnly: "yes" }).toString();

/** The query string of the list that holds exactly the cohort's conversations that also match `narrowing`. */
export function conversationsOf({ filters, from, to }: Cohort, narrowing: Narrowing): string {
  const both = narrow(filters, narrowing);
  return both === null ? noConversations : conversationsIn({ filters: both, from, to });
}

/** The query string of the list that holds exactly the cohort's conversations. */
export function conversationsIn({ filters, from, to }: Cohort): string {
  return writeFilters({ ...filters, created: `${toIso(from)}..${toIso(to - 1n)}` }).toString();
}
