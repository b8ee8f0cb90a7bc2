"use client";

import { ArrowDown, ArrowUp, X } from "lucide-react";
import { type FormEvent, useId } from "react";
import { useFilterData } from "@/components/inbox/filters/use-filter-data";
import { variableNamed } from "@/components/inbox/filters/variable-named";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { ListColumnSetting } from "@/lib/api/list-settings";
import { columnKeys } from "@/lib/columns/columns";
import { type ListColumn, listColumn } from "@/lib/columns/list-column";
import { addColumn, moveColumn, removeColumn } from "./change-columns";

interface ColumnChooserProps {
  columns: readonly ListColumnSetting[];
  onChange: (columns: ListColumnSetting[]) => void;
  onReset: () => void;
}

/** Selects and orders the table's columns. */
export function ColumnChooser({ columns, onChange, onReset }: ColumnChooserProps) {
  const id = useId();
  const offered = columnKeys.filter((known) => columns.every((column) => column.id !== known));
  return (
    <section aria-labelledby={id}>
      <div className="mb-1 flex items-center justify-between">
        <h3 id={id} className="text-xs text-muted">
          Columns
        </h3>
        <button type="button" onClick={onReset} className="text-xs text-muted underline-offset-2 hover:underline">
          Reset to default
        </button>
      </div>
      <ol className="rounded-lg border border-line">
        {columns.map((column, index) => {
          const { label: name } = listColumn(column.id);
          return (
            <li key={column.id} className="flex h-8 items-center border-b border-line pl-2.5 last:border-0">
              <span dir="auto" className="min-w-0 flex-1 truncate text-sm">
                {name}
              </span>
              <IconButton
                label={`Move ${name} up`}
                disabled={index === 0}
                onClick={() => onChange(moveColumn(columns, column.id, index - 1))}
                className="size-7!"
              >
                <ArrowUp />
              </IconButton>
              <IconButton
                label={`Move ${name} down`}
                disabled={index === columns.length - 1}
                onClick={() => onChange(moveColumn(columns, column.id, index + 1))}
                className="size-7!"
              >
                <ArrowDown />
              </IconButton>
              <IconButton
                label={`Remove ${name}`}
                disabled={columns.length === 1}
                onClick={() => onChange(removeColumn(columns, column.id))}
                className="size-7!"
              >
                <X />
              </IconButton>
            </li>
          );
        })}
      </ol>
      <AddVariable columns={columns} onAdd={(added) => onChange(addColumn(columns, added, listColumn(added).width))} />
      <AddColumn offered={offered} onAdd={(added) => onChange(addColumn(columns, added, listColumn(added).width))} />
    </section>
  );
}

function AddColumn({ offered, onAdd }: { offered: readonly ListColumn[]; onAdd: (id: ListColumn) => void }) {
  if (offered.length === 0) return null;
  return (
    <div className="mt-2 flex flex-wrap gap-1">
      {offered.map((id) => (
        <button
          key={id}
          type="button"
          onClick={() => onAdd(id)}
          className="h-6 rounded-full border border-line px-2 text-xs text-muted hover:border-line-strong hover:bg-hover hover:text-text"
        >
          <span aria-hidden="true">+ </span>
          <span className="sr-only">Add </span>
          {listColumn(id).label}
        </button>
      ))}
    </div>
  );
}

/** Adds a column for any variable, by name. */
function AddVariable({ columns, onAdd }: { columns: readonly ListColumnSetting[]; onAdd: (id: ListColumn) => void }) {
  const id = useId();
  const { variables } = useFilterData({ variables: true });

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const name = variableNamed(String(new FormData(form).get("variable") ?? ""), variables);
    if (name !== "") onAdd(`var.${name}`);
    form.reset();
  }

  return (
    <form onSubmit={add} className="mt-2 flex gap-1.5">
      <Input
        compact
        name="variable"
        aria-label="Variable as a column"
        placeholder="A variable"
        list={id}
        autoComplete="off"
        className="font-mono"
      />
      <Button type="submit" size="small" className="h-8">
        Add
      </Button>
      <datalist id={id}>
        {variables
          .filter((name) => columns.every((column) => column.id !== `var.${name}`))
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
    </form>
  );
}
