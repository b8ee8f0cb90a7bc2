"use client";

import { useState } from "react";
import { SegmentedChoice } from "@/components/ui/segmented-choice";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { type Field, fieldNamed, type ListFilter } from "@/lib/filter-text/fields";
import { FilterField } from "./filter-field";
import { useFilterData } from "./use-filter-data";
import type { InboxFilters } from "./use-inbox-filters";

type Mode = "any" | "all" | "none";

interface ListFilterEditorProps extends Pick<InboxFilters, "filters" | "change"> {
  field: Field;
}

/** Any of some values, all of them, or none of them; the values that are set go along when that changes. */
export function ListFilterEditor({ field, filters, change }: ListFilterEditorProps) {
  const data = useFilterData();
  const places = placesOf(field);
  const [chosen, setChosen] = useState<Mode>(() => modeIn(filters, field, places));
  const place = places[chosen] ?? places.any;
  const values: readonly string[] = filters[place];
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
        name={field.name}
        values={values}
        choices={[...fixed, ...offered]}
        onChange={(next) => change({ [place]: next })}
      />
    </>
  );
}

/** Where the values of each mode are kept. */
function placesOf({ filter, none }: Field): { any: ListFilter } & Partial<Record<Mode, ListFilter>> {
  // `list` fields are filters of lists; a field of "all of them" is edited as a mode of the plain one.
  const any = filter.replace(/\.all$/, "") as ListFilter;
  const plain = fieldNamed(any);
  const out = none ?? plain?.none ?? null;
  return {
    any,
    ...(any === "label" ? { all: "label.all" } : {}),
    ...(out === null ? {} : { none: out }),
  };
}

function modeIn(filters: ConversationFilters, field: Field, places: ReturnType<typeof placesOf>): Mode {
  if (field.filter !== places.any) return "all";
  const isSet = (mode: Mode) => {
    const place = places[mode];
    return place !== undefined && filters[place].length > 0;
  };
  return isSet("any") ? "any" : isSet("all") ? "all" : isSet("none") ? "none" : "any";
}

const modes: readonly { value: Mode; name: string }[] = [
  { value: "any", name: "Any of" },
  { value: "all", name: "All of" },
  { value: "none", name: "None of" },
];

const names: Record<string, string> = { none: "Nobody" };
