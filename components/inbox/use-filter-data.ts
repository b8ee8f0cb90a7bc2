"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FacetName } from "@/lib/api/facets";
import { noFilters } from "@/lib/api/filters";
import { facetsQuery, filterChoicesQuery } from "@/lib/api/queries";
import type { FilterData } from "./completion-options";

interface Wanted {
  /** The names of variables are needed. */
  variables?: boolean;
  /** A variable whose values are needed. */
  variable?: string | null;
}

/** What filters can be set to, by the data; empty until it is there. */
export function useFilterData({ variables = false, variable = null }: Wanted = {}): FilterData {
  const { data: choices } = useQuery(filterChoicesQuery());
  const names = useFacetValues("variables", variables);
  const values = useFacetValues(`var.${variable}`, variable !== null && variable !== "");
  const accounts = useFacetValues("account", variables);
  return useMemo(() => {
    const known: Partial<Record<string, readonly { value: string; name: string }[]>> = {
      ...choices,
      account: accounts,
    };
    return {
      valuesOf: ({ filter }) => known[filter === "label.all" ? "label" : filter] ?? [],
      variables: names.map(({ value }) => value),
      valuesOfVariable: (name) => (name === variable ? values.map(({ value }) => value) : []),
    };
  }, [choices, accounts, names, values, variable]);
}

const nothing: readonly { value: string; name: string }[] = [];

/** The values of a facet over all conversations, the most frequent first. */
function useFacetValues(facet: FacetName, enabled: boolean) {
  const { data } = useQuery({ ...facetsQuery(noFilters, [facet]), enabled });
  return data?.facets[0]?.values ?? nothing;
}
