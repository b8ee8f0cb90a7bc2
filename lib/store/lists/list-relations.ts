import "server-only";
import { type Clause, clausesOf } from "@/lib/filters/clauses-of";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { shorten } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { resolveLabels } from "./list-names";
import type { Rows } from "./list-related";
import { variableRows } from "./list-variables";

/** What each of the conversations that match `filters` has a row of, as far as an index has them by their last day. */
export async function relationsOf(store: Store, filters: ConversationFilters): Promise<Rows[]> {
  const ofClauses = await Promise.all(clausesOf(filters).map((clause) => relationOf(store, clause)));
  const values = [
    ...Map.groupBy(
      filters.variables.filter(({ test }) => test === "is"),
      ({ name }) => name,
    ).values(),
  ];
  return [
    ...ofClauses.flat(),
    ...values.flatMap(([first, ...others]) =>
      first === undefined || others.length > 0 ? [] : [variableRows(store.dialect, "is", first.name, [first.value])],
    ),
  ];
}

/** Several values are several ranges of the index. */
async function relationOf(store: Store, { how, conditions }: Clause): Promise<Rows[]> {
  const rows = conditions.filter((condition) => condition.kind === "row");
  const [first] = rows;
  if (how !== "any" || first === undefined || rows.length < conditions.length) return [];
  const names = rows.flatMap((one) => ("name" in one ? [one.name] : []));
  const { ids, named } = await resolveLabels(store, names);
  const [value, ...others] = new Set([
    ...rows.flatMap((one) => ("value" in one ? [shorten(one.value)] : [])),
    ...ids,
    ...named.map(({ labelId }) => labelId),
  ]);
  if (value === undefined || others.length > 0) return [];
  const { table, column } = first.row;
  return [{ table: Prisma.raw(`"${table}"`), where: Prisma.sql`${Prisma.raw(`r."${column}"`)} = ${value}` }];
}
