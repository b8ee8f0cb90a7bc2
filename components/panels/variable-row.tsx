"use client";

import { memo, useState } from "react";
import { InstantTime } from "@/components/times/instant-time";
import { classNames } from "@/components/ui/class-names";
import { friendlyName } from "@/components/values/friendly-name";
import { JsonValue } from "@/components/values/json-value";
import type { Variable } from "@/lib/conversation/conversation";
import type { VariableChange } from "@/lib/fold/log/change";
import { MarkedItem } from "./marked-item";
import { VariableDetails } from "./variable-details";
import { VariableTypeIcon } from "./variable-type-icon";

interface VariableRowProps {
  name: string;
  variable: Variable;
  history: readonly VariableChange[];
  /** The event at the playhead set it. */
  changed: boolean;
}

/** A variable in one row; a click expands its full value and its history. */
export const VariableRow = memo(function VariableRow({ name, variable, history, changed }: VariableRowProps) {
  const [open, setOpen] = useState(false);
  const before = changed ? history.find((change) => change.eventId === variable.eventId)?.before : null;
  const isContact = variable.scope === "contact";

  return (
    <MarkedItem data-variable={name} changed={changed}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="-mx-1 grid min-h-6 w-[calc(100%+0.5rem)] grid-cols-[auto_minmax(0,6fr)_minmax(0,8fr)_auto] items-center gap-x-2 rounded px-1 text-left hover:bg-hover"
      >
        <VariableTypeIcon variable={variable} />
        <span
          dir="auto"
          title={name}
          className={classNames("truncate text-xs text-muted print:whitespace-normal", !isContact && "font-mono")}
        >
          {isContact ? friendlyName(name) : name}
        </span>
        <span className="flex min-w-0 items-center gap-1.5 text-xs">
          {before && before.value !== variable.value && (
            <>
              <JsonValue value={before.value} type={before.type} gone isLine className="shrink-[2]" />{" "}
            </>
          )}
          <JsonValue value={variable.value} type={variable.type} isLine className="font-medium" />
        </span>
        {changed ? (
          <span className="text-2xs text-accent">just now</span>
        ) : (
          <InstantTime instant={variable.updatedAt} short className="tabular text-2xs text-muted" />
        )}
      </button>
      {open && <VariableDetails name={name} variable={variable} history={history} />}
    </MarkedItem>
  );
});
