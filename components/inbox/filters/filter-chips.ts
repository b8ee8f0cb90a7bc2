import { wordsOf } from "@/components/inbox/search/search-words";
import { type Field, fields } from "@/lib/filter-text/fields";
import {
  type ConversationFilters,
  type FilterName,
  filterOf,
  noFilters,
  valuesOf,
} from "@/lib/filters/conversation-filters";
import type { VariableFilter, VariableTest } from "@/lib/filters/values/variable-filter";
import { tabOfFilters } from "./status-tab";

/** The field or variable that a chip shows and its editor edits. */
export type FilterSubject = { kind: "field"; field: Field } | { kind: "variable"; name: string | null };

export interface FilterChip {
  /** Unique among the chips. */
  id: string;
  subject: FilterSubject;
  name: string;
  /** Between name and value: "not", "contains"; empty for equality. */
  relation: string;
  value: string;
  /** The filters without this chip. */
  without: Partial<ConversationFilters>;
}

/** A chip for each active filter that neither a tab nor the search text shows; values of the same kind share a chip. */
export function filterChips(filters: ConversationFilters): FilterChip[] {
  return [...fields.flatMap((field) => chipsOfField(field, filters)), ...variableChips(filters.variables)];
}

function chipsOfField(field: Field, filters: ConversationFilters): FilterChip[] {
  const { filter, none } = field;
  const set = isShownElsewhere(field, filters) ? [] : chipOf(field, filters, filter, "");
  return [...set, ...(none === null ? [] : chipOf(field, filters, none, "not"))];
}

function chipOf(field: Field, filters: ConversationFilters, filter: FilterName, relation: string): FilterChip[] {
  const values = valuesOf(filters, filter);
  if (values.length === 0) return [];
  const isAll = filterOf(filter).how === "all";
  const isKey = field.definition.valuesFrom === "visitor";
  return [
    {
      id: filter,
      subject: { kind: "field", field },
      name: isAll ? `${field.key}s` : field.name,
      relation,
      value: values.map((value) => (isKey ? shortened(value) : value)).join(isAll ? " and " : " or "),
      without: { [filter]: noFilters[filter] },
    },
  ];
}

/** Tabs show a single status, optionally with no assignee; the search box shows text. */
function isShownElsewhere({ filter }: Field, filters: ConversationFilters): boolean {
  if (filter === "status") return filters.status.length === 1;
  if (filter === "assignee") return tabOfFilters(filters) === "unassigned";
  return filter === "q" && wordsOf(filters).q.length > 0;
}

function variableChips(variables: readonly VariableFilter[]): FilterChip[] {
  const groups = Map.groupBy(variables, ({ name, test }) => `var.${name} ${test}`);
  return [...groups].flatMap(([id, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { name, test } = first;
    return {
      id,
      subject: { kind: "variable" as const, name },
      name,
      relation: test === "exists" ? (first.value === "yes" ? "is set" : "is not set") : relations[test],
      value: test === "exists" ? "" : group.map(({ value }) => (value === "" ? "empty" : value)).join(" or "),
      without: { variables: variables.filter((variable) => variable.name !== name || variable.test !== test) },
    };
  });
}

const relations: Record<Exclude<VariableTest, "exists">, string> = {
  is: "=",
  not: "≠",
  contains: "contains",
  over: ">",
  under: "<",
  min: "≥",
  max: "≤",
};

/** Keys are long, and their first characters identify them. */
function shortened(key: string): string {
  return key.length > 12 ? `${key.slice(0, 10)}…` : key;
}
