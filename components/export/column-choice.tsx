"use client";

import { useState } from "react";
import { useListSettings } from "@/components/list-state/list-settings-context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import {
  csvColumns,
  type ExportColumn,
  exportColumnLabel,
  exportColumnsOf,
  variableOf,
} from "@/lib/columns/csv-columns";
import { finder } from "@/lib/search/is-found";

interface ColumnChoiceProps {
  chosen: readonly ExportColumn[];
  /** Names of variables. */
  variables: readonly string[];
  onChange: (columns: ExportColumn[]) => void;
}

/** The exported columns: fields of the conversation, and any variables. */
export function ColumnChoice({ chosen, variables, onChange }: ColumnChoiceProps) {
  const [searchText, setSearchText] = useState("");
  const { columns: ofTable } = useListSettings().settings;
  const ofVariables = [
    ...variables.map((name) => `var.${name}` as const),
    ...chosen.filter((column) => variableOf(column) !== null),
  ];
  const groups: { title: string; columns: ExportColumn[] }[] = [
    { title: "Conversation", columns: csvColumns },
    { title: "Variables", columns: [...new Set(ofVariables)] },
  ];
  const all = groups.flatMap(({ columns }) => columns);
  const isFound = finder(searchText);
  const isChosen = new Set<string>(chosen);
  // Keeps the fixed order of columns, whatever the order of clicks.
  const choose = (column: ExportColumn, on: boolean) =>
    onChange(all.filter((one) => (one === column ? on : isChosen.has(one))));

  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 text-xs text-muted">
        Columns <span className="tabular">{chosen.length}</span>
      </legend>
      <div className="-ml-1 flex items-center">
        <Button
          size="small"
          variant="quiet"
          onClick={() => onChange(exportColumnsOf(ofTable.map(({ id }) => id)))}
          className="px-2!"
        >
          As the table shows
        </Button>
        <Button size="small" variant="quiet" onClick={() => onChange([...csvColumns])} className="px-2!">
          Reset to default
        </Button>
        <Button size="small" variant="quiet" onClick={() => onChange([])} className="px-2!">
          None
        </Button>
      </div>
      <Input
        compact
        type="search"
        aria-label="Find a column"
        placeholder="Find a column or variable"
        value={searchText}
        onChange={(event) => setSearchText(event.target.value)}
      />
      <div className="h-52 overflow-y-auto rounded-lg border border-line p-1">
        {groups.map(({ title, columns }) => {
          const shown = columns.filter((column) => isFound(column) || isFound(exportColumnLabel(column)));
          return (
            shown.length > 0 && (
              <section key={title} aria-label={title}>
                <h3 className="px-1.5 pt-1.5 pb-0.5 text-xs text-muted">{title}</h3>
                <ul>
                  {shown.map((column) => (
                    <Column
                      key={column}
                      column={column}
                      isChosen={isChosen.has(column)}
                      onChoose={(on) => choose(column, on)}
                    />
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
    </fieldset>
  );
}

interface ColumnProps {
  column: ExportColumn;
  isChosen: boolean;
  onChoose: (on: boolean) => void;
}

function Column({ column, isChosen, onChoose }: ColumnProps) {
  return (
    <li>
      <label className="flex min-h-6 items-center gap-2 rounded px-1.5 py-0.5 text-sm hover:bg-hover coarse:py-2">
        <input
          type="checkbox"
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
          className="size-3.5 shrink-0 accent-accent"
        />
        <bdi dir="auto" className="min-w-0 flex-1 truncate">
          {exportColumnLabel(column)}
        </bdi>
        <span aria-hidden="true" dir="auto" className="max-w-2/5 truncate font-mono text-xs text-muted">
          {column}
        </span>
      </label>
    </li>
  );
}
