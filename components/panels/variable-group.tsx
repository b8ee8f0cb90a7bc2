"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Capped } from "@/components/ui/capped";
import { classNames } from "@/components/ui/class-names";
import type { Variable } from "@/lib/conversation/conversation";
import type { VariableChange } from "@/lib/fold/log/change";
import { ChangedDot } from "./panel-section";
import { VariableRow } from "./variable-row";

interface VariableGroupProps {
  title: string;
  variables: readonly (readonly [name: string, variable: Variable])[];
  history: ReadonlyMap<string, readonly VariableChange[]>;
  justNow: string | null;
  startsClosed: boolean;
}

/** The variables of one scope. */
export function VariableGroup({ title, variables, history, justNow, startsClosed }: VariableGroupProps) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? !startsClosed;
  if (variables.length === 0) return null;
  return (
    <section aria-label={`${title} variables`} className="mt-1 first:mt-0">
      <h4>
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setChosen(!open)}
          className="flex min-h-6 items-center gap-1 rounded text-2xs text-muted hover:text-text"
        >
          <ChevronRight aria-hidden="true" className={classNames("size-3 transition-transform", open && "rotate-90")} />
          {title} <span className="tabular">{variables.length}</span>
          {!open && justNow !== null && variables.some(([, { eventId }]) => eventId === justNow) && <ChangedDot />}
        </button>
      </h4>
      <div hidden={!open}>
        <Capped items={variables} noun="variables" limit={60} isKept={([, { eventId }]) => eventId === justNow}>
          {(shown) => (
            <ul className="py-0.5">
              {shown.map(({ item: [name, variable] }) => (
                <VariableRow
                  key={name}
                  name={name}
                  variable={variable}
                  history={history.get(name) ?? noHistory}
                  changed={variable.eventId === justNow}
                />
              ))}
            </ul>
          )}
        </Capped>
      </div>
    </section>
  );
}

const noHistory: readonly VariableChange[] = [];
