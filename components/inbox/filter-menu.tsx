"use client";

import { useQuery } from "@tanstack/react-query";
import { SlidersHorizontal } from "lucide-react";
import { type FormEvent, useId } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { type ConversationFilters, noFilters } from "@/lib/api/filters";
import { filterChoicesQuery } from "@/lib/api/queries";
import { FilterField } from "./filter-field";
import { countFilters, type InboxFilters, mergeFilters } from "./use-inbox-filters";

export function FilterMenu({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const count = countFilters(filters);
  return (
    <Popover>
      <PopoverTrigger asChild>
        <IconButton label={count === 0 ? "Filter" : `Filter: ${count} set`} aria-pressed={count > 0}>
          <SlidersHorizontal />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-80" aria-label="Filter">
        <FilterForm filters={filters} change={change} />
      </PopoverContent>
    </Popover>
  );
}

function FilterForm({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const { data: choices } = useQuery(filterChoicesQuery());
  return (
    <div className="flex flex-col gap-4">
      {fields.map(({ filter, name }) => (
        <FilterField
          key={filter}
          name={name}
          values={filters[filter]}
          choices={[...(filter === "assignee" ? [nobody] : []), ...(choices?.[filter] ?? [])]}
          onChange={(values) => change({ [filter]: values })}
        />
      ))}
      <DateFields filters={filters} change={change} />
      <VariableFields onAdd={(variable) => change(mergeFilters(filters, { variables: [variable] }))} />
      <div className="flex justify-between border-t border-line pt-3">
        <p className="text-xs text-muted">
          Or type <code className="font-mono">label:refund</code> into the search.
        </p>
        <Button size="small" variant="quiet" onClick={() => change({ ...noFilters, q: filters.q })}>
          Clear
        </Button>
      </div>
    </div>
  );
}

const nobody = { value: "none", name: "Nobody" };

const fields = [
  { filter: "assignee", name: "Assignee" },
  { filter: "label", name: "Label" },
  { filter: "channel", name: "Channel" },
  { filter: "bot", name: "Bot" },
  { filter: "has", name: "Has a message of type" },
] as const;

function DateFields({ filters, change }: Pick<InboxFilters, "filters" | "change">) {
  const id = useId();
  return (
    <div className="grid grid-cols-2 gap-2">
      {(["from", "to"] as const).map((edge) => (
        <label key={edge} htmlFor={`${id}-${edge}`} className="text-xs text-muted">
          {edge === "from" ? "Active from" : "Active to"}
          <Input
            id={`${id}-${edge}`}
            type="date"
            value={filters[edge]?.slice(0, 10) ?? ""}
            onChange={({ target }) => change({ [edge]: target.value === "" ? null : target.value }, { replace: true })}
            compact
            className="mt-1"
          />
        </label>
      ))}
    </div>
  );
}

function VariableFields({ onAdd }: { onAdd: (variable: ConversationFilters["variables"][number]) => void }) {
  const id = useId();
  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const entries = new FormData(form);
    const name = String(entries.get("name") ?? "").trim();
    if (name === "") return;
    onAdd({ name, test: "is", value: String(entries.get("value") ?? "") });
    form.reset();
  }
  return (
    <form onSubmit={add} aria-labelledby={id}>
      <p id={id} className="mb-1 text-xs text-muted">
        Variable
      </p>
      <div className="flex items-center gap-1.5">
        <Input name="name" aria-label="Name" placeholder="plan" compact className="font-mono" />
        <span aria-hidden="true" className="text-muted">
          =
        </span>
        <Input name="value" aria-label="Value" placeholder="pro" compact className="font-mono" />
        <Button type="submit" size="small" className="h-8">
          Add
        </Button>
      </div>
    </form>
  );
}
