"use client";

import { type FocusEvent, type FormEvent, useId, useState } from "react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Input } from "@/components/ui/input";
import type { Field } from "@/lib/filter-text/fields";
import { readFilters } from "@/lib/filters/read-filters";

interface RangeEditorProps extends Pick<InboxFilters, "filters" | "change"> {
  field: Field & { isList: false };
}

/** A range as text, with presets and, for times, date pickers; applied on blur. */
export function RangeEditor({ field, filters, change }: RangeEditorProps) {
  const id = useId();
  const current: string = filters[field.filter] ?? "";
  const [typed, setTyped] = useState(current);
  const [seen, setSeen] = useState(current);
  if (seen !== current) {
    setSeen(current);
    setTyped(current);
  }
  const refused = typed.trim() === "" ? null : refusal(field, typed);

  function set(next: string) {
    setTyped(next);
    if (next.trim() !== current) change({ [field.filter]: next.trim() === "" ? null : next.trim() });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (refused === null) set(typed);
  }

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    const stays = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!stays && refused === null) set(typed);
  }

  return (
    <form onSubmit={submit} onBlur={leave} className="flex flex-col gap-2.5">
      {field.values.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {field.values.map((usual) => (
            <button
              key={usual}
              type="button"
              aria-pressed={usual === current}
              onClick={() => set(usual === current ? "" : usual)}
              className={classNames(
                "h-6 rounded-full border px-2 text-xs coarse:h-8",
                usual === current
                  ? "border-transparent bg-accent-chip text-accent-chip-text"
                  : "border-line hover:border-line-strong hover:bg-hover",
              )}
            >
              {spoken(field, usual)}
            </button>
          ))}
        </div>
      )}
      {field.definition.kind === "moments" && <Days value={typed} onChange={setTyped} />}
      <div className="flex items-center gap-1.5">
        <Input
          compact
          type={field.definition.kind === "moment" ? "date" : "text"}
          aria-label={field.definition.label}
          aria-invalid={refused !== null || undefined}
          aria-describedby={refused === null ? undefined : id}
          value={field.definition.kind === "moment" ? typed.slice(0, 10) : typed}
          placeholder={placeholders[field.definition.kind]}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" size="small" className="h-8" disabled={refused !== null}>
          Set
        </Button>
      </div>
      {refused !== null && (
        <p id={id} className="text-xs text-warning">
          {refused}
        </p>
      )}
    </form>
  );
}

/** From one day to another, both whole days in UTC; either may be empty. */
function Days({ value, onChange }: { value: string; onChange: (range: string) => void }) {
  const id = useId();
  const [, from = "", to = ""] = /^(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/.exec(value) ?? [];
  const write = (first: string, second: string) => onChange(first === "" && second === "" ? "" : `${first}..${second}`);
  return (
    <div className="grid grid-cols-2 gap-2">
      {[
        { name: "From", day: from, change: (day: string) => write(day, to) },
        { name: "To", day: to, change: (day: string) => write(from, day) },
      ].map(({ name, day, change }) => (
        <label key={name} htmlFor={`${id}-${name}`} className="text-xs text-muted">
          {name}
          <Input
            compact
            id={`${id}-${name}`}
            type="date"
            value={day}
            onChange={({ target }) => change(target.value)}
            className="mt-1"
          />
        </label>
      ))}
    </div>
  );
}

function refusal({ filter }: Field, typed: string): string | null {
  const read = readFilters(new URLSearchParams([[filter, typed.trim()]]));
  return read.ok ? null : read.message;
}

function spoken({ definition }: Field, value: string): string {
  return definition.kind === "moments" ? (spans[value] ?? value) : value;
}

const placeholders: Partial<Record<Field["definition"]["kind"], string>> = {
  count: "5..20",
  duration: "10m..2h",
  moments: "2024-01-01..2024-01-31",
};

const spans: Record<string, string> = {
  today: "Today",
  yesterday: "Yesterday",
  "24h": "Last 24 hours",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
  "90d": "Last 90 days",
};
