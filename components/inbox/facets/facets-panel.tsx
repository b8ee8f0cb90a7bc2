"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useAllowed } from "@/components/access/use-allowed";
import { useListSettings } from "@/components/list-state/list-settings-context";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { facetsQuery } from "@/lib/api/client/conversation-queries";
import { type FacetName, usualFacets } from "@/lib/api/facets";
import { filterOf } from "@/lib/filters/conversation-filters";
import { variablesAsked } from "./facet-filter";
import { FacetGroup } from "./facet-group";

const askEveryMs = 30_000;

/** The values of the listed conversations, with counts; a click filters by a value. */
export default function FacetsPanel({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const { settings, change: changeSettings } = useListSettings();
  const { openFacets } = settings;
  const asked = variablesAsked(filters).map((name) => `var.${name}` as const);
  const variables = [...new Set([...openFacets.filter((facet) => facet.startsWith("var.")), ...asked])];
  const isAllowed = useAllowed();
  const shown: FacetName[] = [...usualFacets.filter((facet) => isAllowed(filterOf(facet).definition)), ...variables];
  const open = new Set<FacetName>([...openFacets, ...asked]);
  const wanted = [...shown, "variables" as const].filter((facet) => open.has(facet));
  const { data, isError, refetch, isPlaceholderData } = useQuery({
    ...facetsQuery(filters, wanted),
    enabled: wanted.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: askEveryMs,
  });
  const isCut = data?.facets.some(({ isExact }) => !isExact) ?? false;

  function toggle(facet: FacetName) {
    const others = openFacets.filter((other) => other !== facet);
    changeSettings({ openFacets: others.length < openFacets.length ? others : [...openFacets, facet] });
  }

  return (
    <div aria-busy={isPlaceholderData} className="pb-4 text-sm">
      {isError && (
        <p role="alert" className="px-4 py-2 text-xs text-warning">
          Couldn't load counts.{" "}
          <button type="button" onClick={() => void refetch()} className="font-medium underline">
            Try again
          </button>
        </p>
      )}
      {[...shown, "variables" as const].map((facet) => (
        <FacetGroup
          key={facet}
          facet={facet}
          isOpen={open.has(facet)}
          onToggle={() => toggle(facet)}
          counted={data?.facets.find((counted) => counted.facet === facet)}
          filters={filters}
          change={change}
          onVariable={(name) => changeSettings({ openFacets: [...new Set([...openFacets, `var.${name}` as const])] })}
        />
      ))}
      {isCut && (
        <p className="px-4 pt-3 text-xs text-pretty text-muted">
          Counted in the {data?.countedAtMost?.toLocaleString("en")} most recently active conversations. Actual counts
          may be higher.
        </p>
      )}
    </div>
  );
}
