"use client";

import { X } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import type { InboxFilters } from "@/components/list-state/use-inbox-filters";
import { Button } from "@/components/ui/button";
import { useSettled } from "@/components/ui/hooks/use-settled";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { readFilters } from "@/lib/filters/read-filters";
import {
  type VariableFilter,
  type VariableTest,
  variablePrefixes,
  variableTestNames,
} from "@/lib/filters/values/variable-filter";
import { useFilterData } from "./use-filter-data";
import { variableNamed } from "./variable-named";

interface VariableEditorProps extends Pick<InboxFilters, "filters" | "change"> {
  /** Null: the user enters the name here. */
  name: string | null;
}

/** The tests of a variable, and an input to add one. */
export function VariableEditor({ name, filters, change }: VariableEditorProps) {
  const { variables } = filters;
  const own = variables.filter((variable) => variable.name === name);
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-xs text-muted">
        <span className="font-medium text-text">{name === null ? "Variable" : <code>{name}</code>}</span> · current
        value
      </p>
      {own.length > 0 && (
        <ul className="flex flex-col gap-1">
          {own.map((variable) => (
            <li
              key={`${variable.test} ${variable.value}`}
              className="flex items-center gap-1.5 rounded-lg border border-line pl-2 text-xs"
            >
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {variable.test === "exists" ? (
                  `is ${variable.value === "yes" ? "" : "not "}set`
                ) : (
                  <>
                    {tests[variable.test]}{" "}
                    <code className="font-mono">{variable.value === "" ? "empty" : variable.value}</code>
                  </>
                )}
              </span>
              <IconButton
                label="Remove"
                className="size-7!"
                onClick={() => change({ variables: variables.filter((other) => other !== variable) })}
              >
                <X />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <AddTest name={name} onAdd={(added) => change({ variables: [...variables, added] })} />
    </div>
  );
}

function AddTest({ name, onAdd }: { name: string | null; onAdd: (variable: VariableFilter) => void }) {
  const id = useId();
  const [written, setWritten] = useState({ name: name ?? "", test: "is" as VariableTest, value: "" });
  const data = useFilterData({
    variables: true,
    variable: useSettled(written.name, 300),
    named: name === null ? written.name : "",
    searchText: written.value,
  });
  const [refused, setRefused] = useState<string | null>(null);
  const isExists = written.test === "exists";

  function add(event: FormEvent) {
    event.preventDefault();
    const variable = {
      ...written,
      name: name ?? variableNamed(written.name, data.variables),
      value: isExists ? written.value || "yes" : written.value,
    };
    const read = readFilters(new URLSearchParams([[variablePrefixes[variable.test] + variable.name, variable.value]]));
    setRefused(read.ok ? null : read.message);
    if (!read.ok) return;
    onAdd(variable);
    setWritten({ ...written, value: "" });
  }

  return (
    <form onSubmit={add} className="grid grid-cols-[minmax(0,1fr)_auto] gap-1.5">
      {name === null && (
        <Input
          compact
          aria-label="Variable"
          placeholder="plan"
          list={`${id}-names`}
          autoComplete="off"
          value={written.name}
          onChange={({ target }) => setWritten({ ...written, name: target.value })}
          className="col-span-2 font-mono"
        />
      )}
      <Select
        compact
        aria-label="Test"
        value={written.test}
        onChange={({ target }) => setWritten({ ...written, test: testNamed(target.value), value: "" })}
        className="col-span-2"
      >
        {variableTestNames.map((test) => (
          <option key={test} value={test}>
            {tests[test]}
          </option>
        ))}
      </Select>
      {isExists ? (
        <Select
          compact
          aria-label="Is it set?"
          value={written.value || "yes"}
          onChange={({ target }) => setWritten({ ...written, value: target.value })}
        >
          <option value="yes">Set</option>
          <option value="no">Not set</option>
        </Select>
      ) : (
        <Input
          compact
          aria-label="Value"
          placeholder="pro"
          list={`${id}-values`}
          autoComplete="off"
          value={written.value}
          onChange={({ target }) => setWritten({ ...written, value: target.value })}
          className="font-mono"
        />
      )}
      <Button type="submit" size="small" className="h-8">
        Add
      </Button>
      {refused !== null && (
        <p role="alert" className="col-span-2 text-xs text-warning">
          {refused}
        </p>
      )}
      <datalist id={`${id}-names`}>
        {data.variables.map((variable) => (
          <option key={variable} value={variable} />
        ))}
      </datalist>
      <datalist id={`${id}-values`}>
        {data.valuesOfVariable(written.name).map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </form>
  );
}

function testNamed(name: string): VariableTest {
  return variableTestNames.find((test) => test === name) ?? "is";
}

const tests: Record<VariableTest, string> = {
  is: "is",
  not: "is not",
  contains: "contains",
  exists: "is set or not",
  over: "is greater than",
  under: "is smaller than",
  min: "is at least",
  max: "is at most",
};
