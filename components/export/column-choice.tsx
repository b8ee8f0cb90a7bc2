"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { csvColumns, type ExportColumn, variableOf } from "@/lib/columns/csv-columns";
import { finder } from "@/lib/search/is-found";

interface ColumnChoiceProps {
  chosen: readonly ExportColumn[];
  /** Names of variables. */
  variables: readonly string[];
  onChange: (columns: ExportColumn[]) => void;
}

/** The table's columns: parts of the conversation, and any variables. */
export function ColumnChoice({ chosen, variables, onChange }: ColumnChoiceProps) {
  const [searchText, setSearchText] = useState("");
  const ofVariables = [
    ...variables.map((name) => `var.${name}` as const),
    ...chosen.filter((column) => variableOf(column) !== null),
  ];
  const all: ExportColumn[] = [...csvColumns, ...new Set(ofVariables)];
  const shown = all.filter(finder(searchText));
  const isChosen = new Set<string>(chosen);
  // In the order that they stand in here, whatever the order of the clicks.
  const choose = (column: ExportColumn, on: boolean) =>
    onChange(all.filter((one) => (one === column ? on : isChosen.has(one))));

  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-xs text-muted">
        Columns <span className="tabular">{chosen.length}</span>
      </legend>
      <div className="flex items-center gap-1">
        <Input
          compact
          type="search"
          aria-label="Find a column"
          placeholder="Find a column or variable"
          value={searchText}
          onChange={(event) => setSearchText(event.target.value)}
        />
        <Button size="small" variant="quiet" onClick={() => onChange([...csvColumns])}>
          Reset to default
        </Button>
        <Button size="small" variant="quiet" onClick={() => onChange([])}>
          None
        </Button>
      </div>
      <ul className="h-44 overflow-y-auto rounded-lg border border-line p-1">
        {shown.map((column) => (
          <li key={column}>
            <label className="flex items-center gap-2 rounded px-1.5 py-0.5 font-mono text-xs hover:bg-hover coarse:py-2">
              <input
                type="checkbox"
                checked={isChosen.has(column)}
                onChange={(event) => choose(column, event.target.checked)}
                className="size-3.5 shrink-0 accent-accent"
              />
              <span dir="auto" className="truncate">
                {column}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
