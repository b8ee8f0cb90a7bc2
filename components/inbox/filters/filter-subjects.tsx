"use client";

import { Command } from "cmdk";
import { Variable } from "lucide-react";
import { useAllowed } from "@/components/access/use-allowed";
import { fields } from "@/lib/filter-text/fields";
import type { FilterKey } from "@/lib/filters/filters";
import type { FilterSubject } from "./filter-chips";

interface FilterSubjectsProps {
  onChoose: (subject: FilterSubject) => void;
  without: readonly FilterKey[];
}

/** The filters by name; loaded when the menu opens. */
export default function FilterSubjects({ onChoose, without }: FilterSubjectsProps) {
  const isAllowed = useAllowed();
  return (
    <Command label="Filters" loop>
      <Command.Input
        autoFocus
        placeholder="Filter by…"
        className="mb-2 h-8 w-full rounded-lg border border-line bg-pane px-2 text-sm outline-none focus-visible:border-accent"
      />
      <Command.List className="-mx-1.5 max-h-72 overflow-y-auto">
        <Command.Empty className="px-2 py-3 text-xs text-muted">No matching filter.</Command.Empty>
        <Command.Item
          value="variable"
          keywords={["var", "value"]}
          onSelect={() => onChoose({ kind: "variable", name: null })}
          className={item}
        >
          <Variable aria-hidden="true" className="size-3.5 self-center text-muted" /> Variable
          <span dir="auto" className="min-w-0 truncate text-xs text-muted">
            any variable
          </span>
        </Command.Item>
        {fields
          // "All of several values" is a mode of the plain filter's editor.
          .filter(({ filter, key, definition }) => filter === key && isAllowed(definition) && !without.includes(key))
          .map((field) => (
            <Command.Item
              key={field.name}
              value={field.name}
              keywords={[field.definition.label, field.help]}
              onSelect={() => onChoose({ kind: "field", field })}
              className={item}
            >
              {field.definition.label}
              <span dir="auto" className="min-w-0 truncate text-xs text-muted">
                {field.help}
              </span>
            </Command.Item>
          ))}
      </Command.List>
    </Command>
  );
}

const item =
  "flex cursor-pointer items-baseline gap-2 rounded-lg px-2 py-1.5 text-sm whitespace-nowrap data-[selected=true]:bg-hover coarse:py-2.5";
