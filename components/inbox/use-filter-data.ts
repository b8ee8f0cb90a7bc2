"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { filterChoicesQuery } from "@/lib/api/queries";
import type { FilterData } from "./completion-options";

/** What filters can be set to, by the data; empty until it is there. */
export function useFilterData(): FilterData {
  const { data } = useQuery(filterChoicesQuery());
  return useMemo(() => {
    const choices: Partial<Record<string, readonly { value: string; name: string }[]>> = data ?? {};
    return {
      valuesOf: ({ filter }) => choices[filter === "label.all" ? "label" : filter] ?? [],
      variables: [],
      valuesOfVariable: () => [],
    };
  }, [data]);
}
