"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useChange } from "@/components/settings/use-change";
import { Input } from "@/components/ui/input";
import { call } from "@/lib/api/client/call";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import { finder } from "@/lib/search/is-found";

/** A switch for each variable: whether its values are personal. */
export function PersonalVariables({ variables }: { variables: Record<string, boolean> }) {
  const [query, setQuery] = useState("");
  const cache = useQueryClient();
  const change = useChange(async (changed: Record<string, boolean>) => {
    await call(endpoints.setMasking, { body: { variables: changed } });
    await cache.invalidateQueries({ queryKey: [endpoints.previewMasking.name] });
  });
  const names = Object.keys(variables).filter(finder(query));
  if (Object.keys(variables).length === 0) return <p className="text-sm text-muted">No variables yet.</p>;
  return (
    <div className="flex max-w-xl flex-col gap-3">
      <Input
        type="search"
        aria-label="Find a variable"
        placeholder="Find a variable"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul aria-label="Variables" className="max-h-96 divide-y divide-line overflow-y-auto border-y border-line">
        {names.map((name) => {
          const isPersonal = change.isPending ? (change.variables[name] ?? variables[name]) : variables[name];
          return (
            <li key={name}>
              <label className="flex min-h-10 cursor-pointer items-center gap-3 py-1.5 text-sm">
                <input
                  type="checkbox"
                  role="switch"
                  aria-checked={isPersonal === true}
                  checked={isPersonal === true}
                  disabled={change.isPending}
                  onChange={(event) => change.mutate({ [name]: event.target.checked })}
                  className="size-4 accent-accent"
                />
                <span dir="auto" className="min-w-0 flex-1 [overflow-wrap:anywhere]">
                  {name}
                </span>
                <span className="text-muted">{isPersonal === true ? "Personal" : "Shown"}</span>
              </label>
            </li>
          );
        })}
      </ul>
      {names.length === 0 && <p className="text-sm text-muted">No variable has this name.</p>}
    </div>
  );
}
