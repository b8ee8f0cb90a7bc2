"use client";

import { useId } from "react";
import type { Scope } from "@/lib/access/scope";
import type { ScopeOption, ScopeOptions } from "@/lib/api/scope-options";

interface ScopeFieldProps {
  options: ScopeOptions;
  scope: Scope;
  onChange: (scope: Scope) => void;
}

/** Restricts a scope to some bots and some accounts. */
export function ScopeField({ options, scope, onChange }: ScopeFieldProps) {
  return (
    <div className="flex flex-col gap-4">
      <Part name="Bots" options={options.bots} allowed={scope.bots} onChange={(bots) => onChange({ ...scope, bots })} />
      <Part
        name="Accounts"
        options={options.accounts}
        allowed={scope.accounts}
        onChange={(accounts) => onChange({ ...scope, accounts })}
      />
    </div>
  );
}

interface PartProps {
  name: string;
  options: readonly ScopeOption[];
  allowed: readonly string[] | null;
  onChange: (allowed: readonly string[] | null) => void;
}

function Part({ name, options, allowed, onChange }: PartProps) {
  const group = useId();
  const choose = (value: string, isChosen: boolean) =>
    onChange(isChosen ? [...(allowed ?? []), value] : (allowed ?? []).filter((one) => one !== value));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-sm font-medium">{name}</legend>
      <label className="flex items-center gap-2 text-sm">
        <input
          type="radio"
          name={group}
          checked={allowed === null}
          onChange={() => onChange(null)}
          className="size-4 accent-accent"
        />
        All {name.toLowerCase()}
      </label>
      <label className="flex items-center gap-2 text-sm">
        <input
          type="radio"
          name={group}
          checked={allowed !== null}
          onChange={() => onChange(allowed ?? [])}
          className="size-4 accent-accent"
        />
        Only these {name.toLowerCase()}
      </label>
      {allowed !== null && (
        <ul className="ml-6 max-h-48 overflow-y-auto rounded-lg border border-line px-2.5 py-1.5">
          {known(options, allowed).map((option) => (
            <li key={option.value}>
              <label className="flex min-h-7 items-center gap-2 text-sm coarse:min-h-10">
                <input
                  type="checkbox"
                  checked={allowed.includes(option.value)}
                  onChange={({ target }) => choose(option.value, target.checked)}
                  className="size-4 shrink-0 accent-accent"
                />
                <span dir="auto" className="truncate">
                  {option.name}
                </span>
              </label>
            </li>
          ))}
          {options.length === 0 && allowed.length === 0 && (
            <li className="text-sm text-muted">None has sent an event yet.</li>
          )}
        </ul>
      )}
    </fieldset>
  );
}

/** The options, and those chosen that are no longer among them. */
function known(options: readonly ScopeOption[], allowed: readonly string[]): readonly ScopeOption[] {
  const values = new Set(options.map(({ value }) => value));
  return [...options, ...allowed.filter((value) => !values.has(value)).map((value) => ({ value, name: value }))];
}
