import "server-only";
import type { Access } from "@/lib/access/scope";
import { type FacetName, facetOf, isFacetKey } from "@/lib/api/facets";
import type { Facet } from "@/lib/api/schemas/facets";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { FacetDefinition } from "@/lib/filters/kinds/filter-definition";
import { nameKey, namer } from "@/lib/search/is-found";
import type { Store } from "@/lib/store/connection/client";
import { countLabel, type FacetRow } from "@/lib/store/lists/count-facets";
import { listAccounts } from "@/lib/store/reads/list-accounts";
import { listBots, listLabels } from "@/lib/store/reads/list-bot-and-label-names";

type Values = Facet["values"];

/**
 * The values for a facet's filter, with the number of conversations that it would find by each: one value may cover several rows
 * (a name in two spellings), and one row may be covered by two values (by id and by e-mail address).
 */
export async function facetValues(
  store: Store,
  access: Access,
  facet: FacetName,
  rows: readonly FacetRow[],
  filters: ConversationFilters,
): Promise<Values> {
  const definition = isFacetKey(facet) ? facetOf(facet) : null;
  const { name, none } = definition ?? {};
  if (name === undefined) {
    return rows.flatMap(({ value, count }) =>
      // A variable's empty value is a value.
      value === null && definition !== null ? [] : [{ value: value ?? "", name: value ?? "", count }],
    );
  }
  if ("column" in name) return byAddress(rows, none ?? null);
  switch (name.in) {
    case "label":
      return labels(store, access, rows, filters);
    case "bot": {
      const names = new Map((await listBots(store, access)).map(({ id, name }) => [id, name]));
      return named(rows, (id) => names.get(id) ?? null);
    }
    case "channel":
      return named(rows, (value) => value);
    case "account": {
      const ids = new Map((await listAccounts(store, access)).map(({ key, platformId }) => [key, platformId]));
      return named(rows, (key) => ids.get(key) ?? null);
    }
  }
}

/** By e-mail address if there is one, which the filter compares without regard to ids. */
function byAddress(rows: readonly FacetRow[], none: FacetDefinition["none"] | null): Values {
  const values = new Map<string, { name: string; isFound: (row: FacetRow) => boolean }>();
  for (const { value: id, detail: address, name } of rows) {
    if (id !== null && address === null) values.set(id, { name: name ?? id, isFound: (row) => row.value === id });
    else if (address !== null) values.set(address, { name: name ?? address, isFound: (row) => row.detail === address });
    else if (none) values.set(none.value, { name: none.name, isFound: (row) => row.value === null });
  }
  return [...values].map(([value, { name, isFound }]) => ({ value, name, count: sum(rows.filter(isFound)) }));
}

/** Rows by name if there is one, else by id; the filter accepts either, ignoring the case of names. */
function named(rows: readonly FacetRow[], nameOf: (id: string) => string | null): Values {
  const known = rows.flatMap((row) => (row.value === null ? [] : [{ ...row, id: row.value, name: nameOf(row.value) }]));
  const byName = Map.groupBy(known, ({ id, name }) => nameKey(name ?? id));
  return [...byName.values()].map(([first, ...others]) => {
    const value = first?.name ?? first?.id ?? "";
    const isNamed = namer(value);
    const found = known.filter(({ id, name }) => id === value || (name !== null && isNamed(name)));
    return {
      value,
      name: value,
      count: sum(found.length > 0 ? found : [first, ...others].filter((row) => row !== undefined)),
    };
  });
}

/** A conversation may have two labels with the same name: then it is recounted, once. */
async function labels(
  store: Store,
  access: Access,
  rows: readonly FacetRow[],
  filters: ConversationFilters,
): Promise<Values> {
  const dictionary = await listLabels(store, access);
  const names = new Map(
    dictionary.map(({ accountKey, labelId, name }) => [JSON.stringify([accountKey, labelId]), name]),
  );
  const known = rows.map((row) => ({
    ...row,
    id: row.value ?? "",
    name: names.get(JSON.stringify([row.detail, row.value])) ?? null,
  }));
  const byName = Map.groupBy(known, ({ id, name }) => nameKey(name ?? id));
  const values: Values = [];
  for (const [first] of byName.values()) {
    const value = first?.name ?? first?.id ?? "";
    const isNamed = namer(value);
    const found = known.filter(({ id, name }) => id === value || (name !== null && isNamed(name)));
    const isOnce = new Set(found.map(({ detail }) => detail)).size === found.length;
    values.push({ value, name: value, count: isOnce ? sum(found) : await countLabel(store, access, filters, value) });
  }
  return values;
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
