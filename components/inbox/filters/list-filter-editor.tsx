"use client";

import { useState } from "react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import { type Field, fields } from "@/lib/filter-text/fields";
import { type ConversationFilters, type ListName, valuesOf } from "@/lib/filters/conversation-filters";
import { FilterField } from "./filter-field";
import { offeredByFacet } from "./offered-by-facet";
import { useFilterData } from "./use-filter-data";

type Mode = "any" | "all" | "none";
type ListField = Field & { isList: true };
type Places = { any: ListName } & Partial<Record<Mode, ListName>>;

interface ListFilterEditorProps extends Pick<InboxFilters, "filters" | "change"> {
  field: ListField;
}

/** Matches any, all or none of the values; changing the mode keeps the values. */
export function ListFilterEditor({ field, filters, change }: ListFilterEditorProps) {
  const data = useFilterData({ facet: offeredByFacet(field) });
  const places = placesOf(field);
  const [chosen, setChosen] = useState<Mode>(() => modeIn(filters, field, places));
  const place = places[chosen] ?? places.any;
  const values = valuesOf(filters, place);
  const names = field.definition.valueNames ?? {};
  const fixed = field.values.map((value) => ({ value, name: names[value] ?? value }));
  const offered = data.valuesOf(field).filter(({ value }) => !field.values.includes(value));

  function choose(mode: Mode) {
    const next = places[mode];
    setChosen(mode);
    if (next !== undefined && next !== place && values.length > 0) change({ [place]: [], [next]: values });
  }

  return (
    <>
      <SegmentedChoice
        name="Which"
        value={chosen}
        options={modes.filter(({ value }) => places[value] !== undefined)}
        onChoose={choose}
      />
      <FilterField
        name={field.definition.label}
        values={values}
        offered={[...fixed, ...offered]}
        onChange={(next) => change({ [place]: next })}
      />
    </>
  );
}

/** The field that stores the values of each mode: all fields of one filter are edited as modes of it. */
function placesOf({ key }: ListField): Places {
  const own = fields.filter((field) => field.isList).filter((field) => field.key === key);
  const plain = own.find(({ filter }) => filter === key);
  const all = own.find(({ filter }) => filter !== key)?.filter;
  const none = plain?.none ?? null;
  return {
    // A list's key is the name of its plain filter.
    any: key as ListName,
    ...(all === undefined ? {} : { all }),
    ...(none === null ? {} : { none }),
  };
}

function modeIn(filters: ConversationFilters, { filter }: ListField, places: Places): Mode {
  if (filter === places.all) return "all";
  const isSet = (mode: Mode) => {
    const place = places[mode];
    return place !== undefined && filters[place].length > 0;
  };
  return (["any", "all", "none"] as const).find(isSet) ?? "any";
}

const modes: readonly { value: Mode; name: string }[] = [
  { value: "any", name: "Any of" },
  { value: "all", name: "All of" },
  { value: "none", name: "None of" },
];
