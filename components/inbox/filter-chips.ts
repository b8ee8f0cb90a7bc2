import type { ConversationFilters } from "@/lib/api/filters";
import { variablePrefixes } from "@/lib/api/variable-filter";
import { tabOfFilters } from "./status-tab";

export interface FilterChip {
  /** Unique among the chips. */
  id: string;
  name: string;
  value: string;
  /** The filters without it. */
  without: Partial<ConversationFilters>;
}

/** Every filter that is set and that neither a tab nor the search text shows. */
export function filterChips(filters: ConversationFilters): FilterChip[] {
  const hidesAssignee = tabOfFilters(filters) === "unassigned";
  const hidesStatus = filters.status.length === 1;
  return [
    ...(hidesStatus ? [] : listChips(filters, "status", "status")),
    ...(hidesAssignee ? [] : listChips(filters, "assignee", "assignee")),
    ...listChips(filters, "label", "label"),
    ...listChips(filters, "channel", "channel"),
    ...listChips(filters, "bot", "bot"),
    ...listChips(filters, "visitor", "visitor"),
    ...listChips(filters, "has", "has"),
    ...(filters.from === null ? [] : [{ id: "from", name: "from", value: filters.from, without: { from: null } }]),
    ...(filters.to === null ? [] : [{ id: "to", name: "to", value: filters.to, without: { to: null } }]),
    ...filters.variables.map(({ name, test, value }) => ({
      id: `${variablePrefixes[test]}${name}=${value}`,
      name,
      value: value === "" ? "empty" : value,
      without: {
        variables: filters.variables.filter(
          (variable) => variable.name !== name || variable.test !== test || variable.value !== value,
        ),
      },
    })),
    ...filters.q.slice(1).map((text) => ({
      id: `q=${text}`,
      name: "or",
      value: text,
      without: { q: filters.q.filter((other) => other !== text) },
    })),
  ];
}

type ListFilter = "status" | "assignee" | "label" | "channel" | "bot" | "visitor" | "has";

function listChips(filters: ConversationFilters, filter: ListFilter, name: string): FilterChip[] {
  const values: readonly string[] = filters[filter];
  return values.map((value) => ({
    id: `${filter}=${value}`,
    name,
    value: filter === "visitor" && value.length > 12 ? `${value.slice(0, 10)}…` : value,
    without: { [filter]: values.filter((other) => other !== value) },
  }));
}
