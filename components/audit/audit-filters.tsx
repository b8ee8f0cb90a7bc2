"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { accessActions, changeActions } from "@/lib/access/audit-actions";
import { actionNames } from "./action-names";
import type { AuditSearch } from "./audit-search";

export interface AuditActors {
  users: readonly { id: string; name: string }[];
  tokens: readonly { id: string; name: string }[];
}

interface AuditFiltersProps {
  search: AuditSearch;
  actors: AuditActors;
  onChange: (change: Partial<AuditSearch>) => void;
}

export function AuditFilters({ search, actors, onChange }: AuditFiltersProps) {
  const { actor, action, from, to } = search;
  const isKnown = [...actors.users, ...actors.tokens].some(({ id }) => id === actor);
  const isFiltered = Object.values(search).some((value) => value !== "");
  return (
    <fieldset className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:grid-cols-6">
      <legend className="sr-only">Filters</legend>
      <Labelled label="Who">
        {(id) => (
          <Select compact id={id} value={actor} onChange={({ target }) => onChange({ actor: target.value })}>
            <option value="">Anyone</option>
            {actor !== "" && !isKnown && <option value={actor}>{actor}</option>}
            <Options label="Users" options={actors.users} />
            <Options label="API tokens" options={actors.tokens} />
          </Select>
        )}
      </Labelled>
      <Labelled label="Action">
        {(id) => (
          <Select compact id={id} value={action} onChange={({ target }) => onChange({ action: target.value })}>
            <option value="">Any</option>
            <option value="changes">All changes</option>
            <option value="reads">All reads</option>
            <Options label="Changes" options={changeActions.map((one) => ({ id: one, name: actionNames[one] }))} />
            <Options label="Reads" options={accessActions.map((one) => ({ id: one, name: actionNames[one] }))} />
          </Select>
        )}
      </Labelled>
      <SubjectFilter subject={search.subject} onChange={(subject) => onChange({ subject })} />
      <Labelled label="From">
        {(id) => (
          <Input compact type="date" id={id} value={from} onChange={({ target }) => onChange({ from: target.value })} />
        )}
      </Labelled>
      <Labelled label="To">
        {(id) => (
          <Input compact type="date" id={id} value={to} onChange={({ target }) => onChange({ to: target.value })} />
        )}
      </Labelled>
      {isFiltered && (
        <Button variant="quiet" onClick={() => onChange({ actor: "", action: "", subject: "", from: "", to: "" })}>
          Clear filters
        </Button>
      )}
    </fieldset>
  );
}

/** Applied with Enter, or when the field is left. */
function SubjectFilter({ subject, onChange }: { subject: string; onChange: (subject: string) => void }) {
  const [text, setText] = useState(subject);
  useEffect(() => setText(subject), [subject]);
  const apply = () => {
    if (text.trim() !== subject) onChange(text.trim());
  };
  return (
    <Labelled label="Subject">
      {(id) => (
        <Input
          compact
          id={id}
          value={text}
          placeholder="Key or ID"
          onChange={({ target }) => setText(target.value)}
          onBlur={apply}
          onKeyDown={({ key }) => key === "Enter" && apply()}
        />
      )}
    </Labelled>
  );
}

function Options({ label, options }: { label: string; options: readonly { id: string; name: string }[] }) {
  if (options.length === 0) return null;
  return (
    <optgroup label={label}>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
