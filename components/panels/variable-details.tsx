"use client";

import { CopyButton } from "@/components/ui/copy-button";
import { BreakableName } from "@/components/values/breakable-name";
import { ClampedValue } from "@/components/values/clamped-value";
import type { Variable } from "@/lib/conversation/conversation";
import { variableProblem } from "@/lib/filters/values/variable-filter";
import type { VariableChange } from "@/lib/fold/log/change";
import { valueText } from "@/lib/messages/parts/variable-assignments";
import { OthersLink } from "./others-link";
import { VariableHistory } from "./variable-history";

interface VariableDetailsProps {
  name: string;
  variable: Variable;
  history: readonly VariableChange[];
}

/** A longer value may be truncated in its row. */
const longestLine = 24;

/** A variable's details: its original name, its full value, its history, and a link to conversations with the same value. */
export function VariableDetails({ name, variable, history }: VariableDetailsProps) {
  const { value, type } = variable;
  const text = valueText(value);
  const isPlain = value !== null && typeof value !== "object";
  const test = { name, test: "is", value: text } as const;
  return (
    <div className="mb-1.5 ml-5">
      <div className="flex items-center gap-1">
        <code className="min-w-0 font-mono text-2xs text-muted [overflow-wrap:anywhere]">
          <BreakableName name={name} />
        </code>
        <CopyButton text={name} label="Copy the name" className="size-6! [&_svg]:size-3!" />
        {isPlain && variableProblem(test) === null && (
          <OthersLink filters={{ variables: [test] }} label={`this value of ${name}`} isText className="ml-auto px-1" />
        )}
      </div>
      {(text.length > longestLine || /\n/.test(text)) && (
        <div className="mb-1 max-h-80 overflow-y-auto rounded-md bg-background px-2 py-1">
          <ClampedValue value={value} type={type} />
        </div>
      )}
      <VariableHistory name={name} history={history} currentEventId={variable.eventId} />
    </div>
  );
}
