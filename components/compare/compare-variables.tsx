"use client";

import Link from "next/link";
import { useMemo, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { BreakableName } from "@/components/values/breakable-name";
import { JsonValue } from "@/components/values/json-value";
import type { Conversation, Variable } from "@/lib/conversation/conversation";
import { cellSpace, termColumn } from "./columns";
import { comparedVariables } from "./compared-variables";

interface CompareVariablesProps {
  a: Conversation;
  b: Conversation;
}

const ranges = [
  { name: "telling", label: "Differences" },
  { name: "differing", label: "+ system variables" },
  { name: "all", label: "All" },
] as const;

/** The differing variables of both, except those set by the platform, which nearly always differ. */
export function CompareVariables({ a, b }: CompareVariablesProps) {
  const [range, setRange] = useState<(typeof ranges)[number]["name"]>("telling");
  const variables = useMemo(() => comparedVariables(a, b), [a, b]);
  const differing = variables.filter(({ differs }) => differs);
  const shown = {
    telling: differing.filter((variable) => variable.scope !== "system"),
    ...{ differing, all: variables },
  }[range];
  if (variables.length === 0) return null;
  return (
    <section aria-labelledby="compared-variables" className="mt-8">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
        <h2 id="compared-variables" className="text-sm font-medium">
          Variables{" "}
          <span className="tabular font-normal text-muted">
            {differing.length} of {variables.length} differ
          </span>
        </h2>
        <fieldset className="flex rounded-lg border border-line p-0.5 text-xs">
          <legend className="sr-only">Variables shown</legend>
          {ranges.map(({ name, label }) => (
            <button
              key={name}
              type="button"
              aria-pressed={range === name}
              onClick={() => setRange(name)}
              className="min-h-6 rounded-md px-2 text-muted aria-pressed:bg-hover aria-pressed:text-text coarse:py-1.5"
            >
              {label}
            </button>
          ))}
        </fieldset>
      </div>
      {shown.length === 0 ? (
        <p className="text-sm text-muted">No differences in variables set by the bot or a person.</p>
      ) : (
        <table className="w-full table-fixed text-sm">
          <colgroup>
            <col className={termColumn} />
            <col />
            <col />
          </colgroup>
          <thead className="sr-only">
            <tr>
              <th scope="col">Variable</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, a: one, b: other, differs }) => (
              <tr
                key={name}
                data-variable={name}
                data-differs={differs ? "" : undefined}
                className="border-b border-line align-baseline"
              >
                <th
                  scope="row"
                  className="py-1 pr-2 text-left font-mono text-xs font-normal text-muted [overflow-wrap:anywhere]"
                >
                  <BreakableName name={name} />
                </th>
                <Value conversationKey={a.key} variable={one} differs={differs} />
                <Value conversationKey={b.key} variable={other} differs={differs} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface ValueProps {
  conversationKey: string;
  variable: Variable | null;
  differs: boolean;
}

function Value({ conversationKey, variable, differs }: ValueProps) {
  return (
    <td className={classNames("py-1 [overflow-wrap:anywhere]", cellSpace, differs && "bg-accent-soft/60")}>
      {variable ? (
        <Link
          href={`/conversations/${encodeURIComponent(conversationKey)}?event=${variable.eventId}`}
          title="Go to the event that set this"
          className="rounded hover:underline"
        >
          <JsonValue value={variable.value} type={variable.type} className="line-clamp-6 inline" />
        </Link>
      ) : (
        <span className="text-xs text-muted">not set</span>
      )}
    </td>
  );
}
