"use client";

import { memo, useState } from "react";
import { InstantTime } from "@/components/times/instant-time";
import { BreakableName } from "@/components/values/breakable-name";
import { JsonValue } from "@/components/values/json-value";
import type { Variable } from "@/lib/conversation/conversation";
import type { VariableChange } from "@/lib/fold/log/change";
import { MarkedItem } from "./marked-item";
import { VariableHistory } from "./variable-history";
import { VariableTypeIcon } from "./variable-type-icon";

interface VariableRowProps {
  name: string;
  variable: Variable;
  history: readonly VariableChange[];
  /** The event at the playhead set it. */
  changed: boolean;
}

/** One variable; a click opens every value that it has had, in place. */
export const VariableRow = memo(function VariableRow({ name, variable, history, changed }: VariableRowProps) {
  const [open, setOpen] = useState(false);
  const before = changed ? history.find((change) => change.eventId === variable.eventId)?.before : null;

  return (
    <MarkedItem data-variable={name} changed={changed}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-mx-1 grid w-[calc(100%+0.5rem)] grid-cols-[auto_minmax(0,4fr)_minmax(0,5fr)_auto] items-baseline gap-x-2 rounded px-1 py-0.5 text-left hover:bg-hover"
      >
        <VariableTypeIcon variable={variable} />
        <span dir="auto" title={name} className="line-clamp-4 min-w-0 font-mono text-xs text-muted">
          <BreakableName name={name} />
        </span>
        <span dir="auto" className="line-clamp-4 min-w-0 text-xs">
          {before && before.value !== variable.value && (
            <>
              <JsonValue value={before.value} type={before.type} gone />{" "}
            </>
          )}
          <JsonValue value={variable.value} type={variable.type} className="font-medium" />
        </span>
        {changed ? (
          <span className="text-2xs text-accent">just now</span>
        ) : (
          <InstantTime instant={variable.updatedAt} short className="tabular text-2xs text-muted" />
        )}
      </button>
      {open && <VariableHistory name={name} history={history} currentEventId={variable.eventId} />}
    </MarkedItem>
  );
});
