"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { useSettled } from "@/components/ui/hooks/use-settled";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { facetsQuery } from "@/lib/api/client/conversation-queries";
import { type FacetName, facetOf, isFacetKey } from "@/lib/api/facets";
import type { Facet } from "@/lib/api/schemas/facets";
import { facetChoice, has, toggleExcluded, toggleValue, withFacetChoice } from "./facet-filter";
import { FacetValue } from "./facet-value";

interface FacetGroupProps extends Pick<InboxFilters, "filters" | "change"> {
  facet: FacetName;
  isOpen: boolean;
  onToggle: () => void;
  /** Undefined while loading. */
  counted: Facet | undefined;
  /** Opens the values of a variable, in the facet of variable names. */
  onVariable: (name: string) => void;
}

/** A collapsible facet; selected values are listed even if no conversation has them. */
export function FacetGroup({ facet, isOpen, onToggle, counted, filters, change, onVariable }: FacetGroupProps) {
  const id = useId();
  const [searchText, setSearchText] = useState("");
  const search = useSettled(searchText.trim(), 200);
  const found = useQuery({ ...facetsQuery(filters, [facet], search), enabled: isOpen && search !== "" });
  const shown = search === "" ? counted : found.data?.facets[0];
  const choice = facetChoice(filters, facet);
  const listed = shown?.values ?? [];
  const absent = [...choice.only, ...choice.not].filter(
    (value) =>
      !has(
        facet,
        listed.map((one) => one.value),
        value,
      ),
  );
  const chosen = choice.only.length + choice.not.length;
  const isVariable = facet.startsWith("var.");
  const label = labelOf(facet);

  return (
    <section aria-labelledby={id} className="border-b border-line">
      <h3 id={id}>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={onToggle}
          className="group flex h-9 w-full items-center gap-1.5 px-3 text-left text-xs font-medium text-muted hover:text-text focus-visible:-outline-offset-2 coarse:h-11"
        >
          <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-aria-expanded:rotate-90" />
          <span dir="auto" className={isVariable ? "truncate font-mono" : "truncate"}>
            {label}
          </span>
          {chosen > 0 && (
            <span className="tabular ml-auto rounded-full bg-accent-chip px-1.5 text-2xs text-accent-chip-text">
              {chosen}
            </span>
          )}
        </button>
      </h3>
      {isOpen && (
        <div className="px-1.5 pb-2">
          {(counted?.hasMore || searchText !== "") && (
            <Input
              compact
              type="search"
              aria-label={`Search ${label}`}
              placeholder="Search values"
              value={searchText}
              onChange={({ target }) => setSearchText(target.value)}
              className="mx-1.5 mb-1 w-[calc(100%-0.75rem)]!"
            />
          )}
          {shown === undefined && <Skeleton className="mx-2 my-1.5 h-3.5 w-2/3" />}
          {shown !== undefined && listed.length + absent.length === 0 && (
            <p className="px-2 py-1 text-xs text-muted">{search === "" ? "None" : "No matching values"}</p>
          )}
          <ul>
            {[...listed, ...absent.map((value) => ({ value, name: value, count: shown && 0 }))].map((one) => (
              <FacetValue
                key={one.value}
                {...one}
                isExact={shown?.isExact ?? true}
                isChosen={has(facet, choice.only, one.value)}
                isExcluded={has(facet, choice.not, one.value)}
                onChoose={() =>
                  facet === "variables"
                    ? onVariable(one.value)
                    : change((now) =>
                        withFacetChoice(now, facet, toggleValue(facet, facetChoice(now, facet), one.value)),
                      )
                }
                onExclude={
                  facet === "variables"
                    ? null
                    : () =>
                        change((now) =>
                          withFacetChoice(now, facet, toggleExcluded(facet, facetChoice(now, facet), one.value)),
                        )
                }
              />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function labelOf(facet: FacetName): string {
  if (isFacetKey(facet)) return facetOf(facet)?.label ?? facet;
  return facet === "variables" ? "Variables" : facet.slice("var.".length);
}
