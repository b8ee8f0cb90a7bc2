"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { FilterData } from "@/components/inbox/search/completion-options";
import { useSettled } from "@/components/ui/hooks/use-settled";
import { conversationSearchQuery, facetsQuery } from "@/lib/api/client/conversation-queries";
import { queryOf } from "@/lib/api/client/query-of";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { FacetName } from "@/lib/api/facets";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { FacetKey } from "@/lib/filters/filters";
import { keysAmong } from "./keys-among";

interface Wanted {
  /** Load the names of variables. */
  variables?: boolean;
  /** Load this variable's values. */
  variable?: string | null;
  /** Text typed as the variable's name. */
  named?: string;
  /** Text typed as the variable's value. */
  searchText?: string;
  /** Text typed to find the key of a visitor or a conversation. */
  keyOf?: string | null;
  /** Load values of this facet as suggestions. */
  facet?: FacetKey | null;
  /** Text typed as the facet's value. */
  facetSearchText?: string;
}

const typingPauseMs = 200;
/** Number of conversations searched for a key. */
const looked = 40;

/** Suggested filter values from the data; empty while loading. */
export function useFilterData(wanted: Wanted = {}): FilterData {
  const { variables = false, variable = null, keyOf = null, facet = null } = wanted;
  const searchText = useSettled(wanted.searchText ?? "", typingPauseMs);
  const { data: lists } = useQuery(queryOf(endpoints.listFilterValues));
  const found = useFacetValues("variables", useSettled(wanted.named ?? "", typingPauseMs), variables);
  const values = useFacetValues(`var.${variable}`, searchText, variable !== null && variable !== "");
  const keys = useKeys(useSettled(keyOf, typingPauseMs));
  const ofFacet = useFacetValues(
    facet ?? "status",
    useSettled(wanted.facetSearchText ?? "", typingPauseMs),
    facet !== null,
  );
  return useMemo(() => {
    const known: Partial<Record<string, readonly { value: string; name: string }[]>> = { ...lists, ...keys };
    const names = [...found, ...(lists?.variable ?? [])].map(({ value }) => value);
    return {
      valuesOf: ({ key, definition: { valuesFrom } }) => {
        if (valuesFrom !== undefined) return known[valuesFrom] ?? [];
        return key === facet ? ofFacet : [];
      },
      variables: [...new Set(names)],
      valuesOfVariable: (name) => (name === variable ? values.map(({ value }) => value) : []),
    };
  }, [lists, found, values, keys, variable, facet, ofFacet]);
}

const nothing: readonly { value: string; name: string }[] = [];

/** A facet's values over all conversations, containing the search text, most frequent first. */
function useFacetValues(facet: FacetName, searchText: string, enabled: boolean) {
  const { data } = useQuery({ ...facetsQuery(noFilters, [facet], searchText), enabled });
  return data?.facets[0]?.values ?? nothing;
}

/** Keys are long: they are found by the visitor's data or the conversation's title. */
function useKeys(written: string | null) {
  const text = written?.trim() ?? "";
  const { data } = useQuery({ ...conversationSearchQuery(text, looked), enabled: text !== "" });
  return useMemo(() => (data === undefined || text === "" ? {} : keysAmong(data.data, text)), [data, text]);
}
