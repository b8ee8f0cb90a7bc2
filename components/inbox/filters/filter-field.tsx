"use client";

import { Check } from "lucide-react";
import { type FormEvent, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import type { OfferedValue } from "@/lib/api/schemas/offered-values";

export interface FilterFieldProps {
  name: string;
  values: readonly string[];
  offered: readonly OfferedValue[];
  onChange: (values: string[]) => void;
}

/** Checkable values, and an input for a value that is not listed. */
export function FilterField({ name, values, offered, onChange }: FilterFieldProps) {
  const id = useId();
  const known = new Set(offered.map(({ value }) => fold(value)));
  const set = new Set(values.map(fold));
  const others = values.filter((value) => !known.has(fold(value))).map((value) => ({ value, name: value }));

  function toggle(value: string) {
    onChange(set.has(fold(value)) ? values.filter((other) => fold(other) !== fold(value)) : [...values, value]);
  }

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const value = String(new FormData(form).get("value") ?? "").trim();
    if (value !== "" && !set.has(fold(value))) onChange([...values, value]);
    form.reset();
  }

  return (
    <fieldset aria-labelledby={id}>
      <legend id={id} className="mb-1.5 text-xs text-muted">
        {name}
      </legend>
      <div className="flex max-h-26 flex-wrap gap-1 overflow-y-auto">
        {[...offered, ...others].map((option) => {
          const isSet = set.has(fold(option.value));
          return (
            <button
              key={option.value}
              type="button"
              aria-pressed={isSet}
              onClick={() => toggle(option.value)}
              className={classNames(
                "flex h-6 max-w-full items-center gap-1 rounded-full border px-2 text-xs transition-colors coarse:h-8",
                isSet
                  ? "border-transparent bg-accent-chip text-accent-chip-text"
                  : "border-line text-text hover:border-line-strong hover:bg-hover",
              )}
            >
              {isSet && <Check aria-hidden="true" className="size-3" />}
              <span dir="auto" className="truncate">
                {option.name}
              </span>
            </button>
          );
        })}
        <form onSubmit={add} onBlur={add} className="min-w-20 flex-1">
          <input
            name="value"
            aria-label={`Another value for ${name}`}
            placeholder="Other…"
            autoComplete="off"
            className="h-6 w-full min-w-0 rounded-full border border-dashed border-line-strong bg-transparent px-2 text-xs coarse:h-8"
          />
        </form>
      </div>
    </fieldset>
  );
}

/** The API also ignores case for these filters. */
function fold(value: string): string {
  return value.toLowerCase();
}
