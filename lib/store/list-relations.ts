import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { resolveLabels } from "./list-names";
import { shorten } from "./shorten";

/** Rows of a table, called `r`, for which `where` holds: an index has them in the order of their `lastDay`. */
export interface Relation {
  table: Prisma.Sql;
  where: Prisma.Sql;
}

/** What each of the conversations that match `filters` has a row of, as far as an index has them by their last day. */
export async function relationsOf(store: Store, filters: ConversationFilters): Promise<Relation[]> {
  const { has, variables } = filters;
  const labels = [filters.label, ...filters["label.all"].map((label) => [label])];
  const ofLabels = await Promise.all(labels.map((wanted) => labelRelation(store, wanted)));
  const types = has.map((type) => Prisma.sql`r."messageType" = ${shorten(type)}`);
  const values = [
    ...Map.groupBy(
      variables.filter(({ test }) => test === "is"),
      ({ name }) => name,
    ).values(),
  ];
  return [
    ...ofLabels.flat(),
    ...(types.length === 1 ? types.map((where) => ({ table: Prisma.sql`"ConversationMessageType"`, where })) : []),
    ...values.flatMap(([first, ...others]) =>
      first === undefined || others.length > 0 ? [] : [variableRelation(first.name, first.value)],
    ),
  ];
}

/** Several labels are several ranges of the index. */
async function labelRelation(store: Store, wanted: readonly string[]): Promise<Relation[]> {
  const { ids, named } = await resolveLabels(store, wanted);
  const [labelId, ...others] = new Set([...ids, ...named.map((label) => label.labelId)]);
  if (labelId === undefined || others.length > 0) return [];
  return [{ table: Prisma.sql`"ConversationLabel"`, where: Prisma.sql`r."labelId" = ${labelId}` }];
}

function variableRelation(name: string, value: string): Relation {
  const where = Prisma.sql`r."name" = ${shorten(name)} AND r."text" = ${shorten(value)}`;
  return { table: Prisma.sql`"ConversationVariable"`, where };
}
