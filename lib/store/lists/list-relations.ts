import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import type { Store } from "@/lib/store/connection/client";
import { shorten } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { resolveLabels } from "./list-names";
import type { Rows } from "./list-related";
import { variableRows } from "./list-variables";

/** What each of the conversations that match `filters` has a row of, as far as an index has them by their last day. */
export async function relationsOf(store: Store, filters: ConversationFilters): Promise<Rows[]> {
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
      first === undefined || others.length > 0 ? [] : [variableRows(store.dialect, "is", first.name, [first.value])],
    ),
  ];
}

/** Several labels are several ranges of the index. */
async function labelRelation(store: Store, wanted: readonly string[]): Promise<Rows[]> {
  const { ids, named } = await resolveLabels(store, wanted);
  const [labelId, ...others] = new Set([...ids, ...named.map((label) => label.labelId)]);
  if (labelId === undefined || others.length > 0) return [];
  return [{ table: Prisma.sql`"ConversationLabel"`, where: Prisma.sql`r."labelId" = ${labelId}` }];
}
