"use client";

import { Command } from "cmdk";
import { ChevronLeft, ListFilter, Variable } from "lucide-react";
import { useState } from "react";
import { countFilters, type InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { fields } from "@/lib/filter-text/fields";
import { noFilters } from "@/lib/filters/conversation-filters";
import type { FilterSubject } from "./filter-chips";
import { FilterEditor } from "./filter-editor";

type Inbox = Pick<InboxFilters, "filters" | "change">;

/** Every filter there is: first which, then its values. */
export function AddFilter({ filters, change }: Inbox) {
  const count = countFilters(filters);
  const [subject, setSubject] = useState<FilterSubject | null>(null);
  return (
    <Popover onOpenChange={() => setSubject(null)}>
      <PopoverTrigger asChild>
        <IconButton label={count === 0 ? "Add filter" : `Add filter: ${count} set`} aria-pressed={count > 0}>
          <ListFilter />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-76" aria-label="Filter">
        {subject === null ? (
          <Subjects onChoose={setSubject} />
        ) : (
          <>
            <Button size="small" variant="quiet" onClick={() => setSubject(null)} className="mb-1.5 -ml-2">
              <ChevronLeft /> All filters
            </Button>
            <FilterEditor subject={subject} filters={filters} change={change} />
          </>
        )}
        <div className="-mx-3 mt-3 flex items-center justify-between border-t border-line px-3 pt-2.5">
          <p className="text-xs text-muted">
            Or type <code className="font-mono">label:refund</code>
          </p>
          <Button
            size="small"
            variant="quiet"
            disabled={count === 0}
            onClick={() => change({ ...noFilters, q: filters.q, "q.all": filters["q.all"] })}
          >
            Clear all
          </Button>
        </div>
      </PopoverContent>
    </Popover>
  );
}

function Subjects({ onChoose }: { onChoose: (subject: FilterSubject) => void }) {
  return (
    <Command label="Filters" loop>
      <Command.Input
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
          // All of several values are a mode of the plain filter's editor.
          .filter(({ filter, key }) => filter === key)
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
