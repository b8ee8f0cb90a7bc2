import type { Endpoint } from "@/lib/api/endpoints/endpoint";

interface QueryFilter {
  predicate: (query: { queryKey: readonly unknown[] }) => boolean;
}

/** Selects all queries of these operations: `client.invalidateQueries(queriesOf(endpoints.listViews))`. */
export function queriesOf(...endpoints: readonly Endpoint[]): QueryFilter {
  const names: readonly unknown[] = endpoints.map(({ name }) => name);
  return { predicate: ({ queryKey: [name] }) => names.includes(name) };
}
