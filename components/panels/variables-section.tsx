"use client";

import { Search } from "lucide-react";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { Variable, VariableScope } from "@/lib/conversation/conversation";
import type { VariableChange } from "@/lib/fold/log/change";
import { finder } from "@/lib/search/is-found";
import { PanelSection } from "./panel-section";
import { VariableGroup } from "./variable-group";

interface VariablesSectionProps {
  variables: Readonly<Record<string, Variable>>;
  history: ReadonlyMap<string, readonly VariableChange[]>;
  /** The event at the playhead; its changes are highlighted. Null at the end, where nothing is. */
  justNow: string | null;
  /** Show its changes first. */
  changedFirst: boolean;
}

const scopes: readonly { scope: VariableScope; title: string; startsClosed: boolean }[] = [
  { scope: "conversation", title: "Conversation", startsClosed: false },
  { scope: "contact", title: "Contact", startsClosed: false },
  { scope: "system", title: "System", startsClosed: true },
];

/** All variables with their values at the playhead, by scope. */
export function VariablesSection({ variables, history, justNow, changedFirst }: VariablesSectionProps) {
  const [filtering, setFiltering] = useState(false);
  const [filter, setFilter] = useState("");
  const needle = filtering ? filter.trim() : "";
  const isFound = finder(needle);
  const entries = Object.entries(variables);
  const shown =
    needle === ""
      ? entries
      : entries.filter(([name, { value }]) => isFound(name) || isFound(JSON.stringify(value) ?? ""));

  const isFirst = ({ eventId }: Variable) => changedFirst && eventId === justNow;

  return (
    <PanelSection
      title="Variables"
      changed={justNow !== null && entries.some(([, { eventId }]) => eventId === justNow)}
      count={entries.length}
      action={
        entries.length > 0 && (
          <IconButton
            label="Filter variables"
            aria-pressed={filtering}
            onClick={() => setFiltering(!filtering)}
            className="-mr-1 size-6!"
          >
            <Search className="size-3.5!" />
          </IconButton>
        )
      }
    >
      {filtering && (
        <Input
          type="search"
          aria-label="Filter variables"
          placeholder="Name or value"
          autoFocus
          value={filter}
          onChange={(change) => setFilter(change.target.value)}
          className="mb-1.5 h-8!"
        />
      )}
      {entries.length === 0 && <p className="text-xs text-muted">None yet</p>}
      {entries.length > 0 && shown.length === 0 && (
        <p className="text-xs text-muted">No variable matches “{filter}”.</p>
      )}
      <VariableGroup
        title="Just changed"
        variables={shown.filter(([, variable]) => isFirst(variable))}
        history={history}
        justNow={justNow}
        startsClosed={false}
      />
      {scopes.map(({ scope, title, startsClosed }) => (
        <VariableGroup
          key={scope}
          title={title}
          variables={shown.filter(([, variable]) => variable.scope === scope && !isFirst(variable))}
          history={history}
          justNow={justNow}
          startsClosed={startsClosed && needle === ""}
        />
      ))}
    </PanelSection>
  );
}
