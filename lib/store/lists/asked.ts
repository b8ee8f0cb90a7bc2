import "server-only";
import type { Access } from "@/lib/access/scope";
import { type Clause, clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Condition } from "@/lib/filters/kinds/condition";
import type { Range } from "@/lib/filters/values/range";
import type { Store } from "@/lib/store/connection/client";
import { inScope } from "@/lib/store/reads/in-scope";
import { rawCondition } from "@/lib/store/search/raw-condition";
import { type TextCondition, textCondition } from "@/lib/store/search/text-condition";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { clauseSql, isOfFacets } from "./condition-sql";
import { readNames } from "./names";
import { requireShown } from "./personal-parameters";
import { type VariableRows, variableRows } from "./variable-rows";

/** A condition on a conversation's columns; the argument is the table alias prefix. */
type Test = (of: Prisma.Sql) => Prisma.Sql;

/** Filters and the scope, grouped by the tables that evaluate them. All must match. */
export interface Asked {
  /** On facet sets `s`. */
  facets: Prisma.Sql[];
  /** On columns, except the times. */
  columns: Test[];
  /** A column is filtered whose index is selective. */
  isOfFew: boolean;
  times: Times;
  variables: VariableRows[];
  /** Any of the texts, or none of them. */
  texts: { isWanted: boolean; any: TextCondition[] }[];
}

/** Ranges of when conversations began, of their last event, and of their duration. */
export interface Times {
  createdAt: Range[];
  lastEventAt: Range[];
  duration: Range[];
}

/** The filters, and the viewer's scope. */
export async function readAsked(store: Store, access: Access, filters: ConversationFilters): Promise<Asked> {
  await requireShown(store, access, { filters });
  const names = await readNames(store, access, filters);
  const asked: Asked = {
    facets: inScope(access, Prisma.sql`s.`),
    columns: [],
    isOfFew: false,
    times: { createdAt: [], lastEventAt: [], duration: [] },
    variables: variableRows(store.dialect, access, filters.variables),
    texts: [],
  };
  for (const clause of clausesOf(filters)) {
    const { how, conditions } = clause;
    const time = timeOf(clause);
    if (time !== null) asked.times[time.of].push(time.range);
    else if (conditions.some(isOfText)) asked.texts.push(...textsOf(store, access, clause));
    else if (conditions.some(isOfRaw)) asked.columns.push((of) => rawCondition(store.dialect, rawsOf(clause), of));
    else if (conditions.every(isOfFacets)) asked.facets.push(clauseSql(clause, { access, names, of: Prisma.sql`s.` }));
    else {
      asked.columns.push((of) => clauseSql(clause, { access, names, of }));
      asked.isOfFew ||= how === "any" && conditions.every(isOfFew);
    }
  }
  return asked;
}

/** A visitor or a key has few conversations. */
function isOfFew(condition: Condition): boolean {
  return condition.kind === "is" && (condition.column === "key" || condition.column === "visitorKey");
}

function isOfText({ kind }: Condition): boolean {
  return kind === "found";
}

function isOfRaw({ kind }: Condition): boolean {
  return kind === "raw";
}

function rawsOf({ how, conditions }: Clause) {
  return { how, texts: conditions.flatMap((one) => (one.kind === "raw" ? [one.text] : [])) };
}

function textsOf({ dialect }: Store, access: Access, { how, conditions }: Clause): Asked["texts"] {
  const terms = conditions.flatMap((one) => (one.kind === "found" ? [textCondition(dialect, access, one)] : []));
  const any = terms.filter((term) => term !== null);
  // A text that folds to nothing matches every conversation.
  const isEverywhere = any.length < terms.length;
  return how === "any" && isEverywhere ? [] : [{ isWanted: how === "any", any: isEverywhere ? [] : any }];
}

function timeOf({ how, conditions }: Clause): { of: keyof Times; range: Range } | null {
  const [condition, ...others] = conditions;
  if (how !== "any" || others.length > 0 || condition?.kind !== "within") return null;
  const { value, range } = condition;
  if (value.kind === "span") return { of: "duration", range };
  if (value.kind === "column" && (value.column === "createdAt" || value.column === "lastEventAt")) {
    return { of: value.column, range };
  }
  return null;
}
