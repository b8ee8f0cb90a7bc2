import type { Operator } from "@/lib/filters/values/operators";
import type { VariableFilter, VariableTest } from "@/lib/filters/values/variable-filter";
import { variableTerm } from "./format-filters";
import type { Fault } from "./parse-filter-text";
import type { FilterToken } from "./tokenise";

const tests: Record<Operator, VariableTest> = {
  ":": "is",
  "=": "is",
  "!=": "not",
  "~": "contains",
  ">": "over",
  "<": "under",
  ">=": "min",
  "<=": "max",
};

/** The negation of each test. */
const opposites: Partial<Record<VariableTest, VariableTest>> = {
  over: "max",
  max: "over",
  under: "min",
  min: "under",
};

/**
 * Parses a term about a variable: `var.plan=pro`, `-var.plan=pro`, `var.plan~pr`, `var.plan:*`, `var.orders:>=10`, `var."a b":c`.
 */
export function readVariable({ subject, operator, value, isNegative }: FilterToken): VariableFilter | Fault {
  const { name } = subject;
  if (name === "") return { message: "Add the variable's name, for example var.plan=pro." };
  if (operator.text === ":" && !value.isQuoted && value.text === "*") {
    return { name, test: "exists", value: isNegative ? "no" : "yes" };
  }
  const { test, text } = testOf(operator.text, value);
  if (text === "" && !value.isQuoted) {
    return { message: `"${name}" needs a value. Write "" for an empty one, :* for any.`, suggestion: `var.${name}:*` };
  }
  if (!isNegative) return { name, test, value: text };
  if (test === "is") return { name, test: "not", value: text };
  if (test === "not") return { name, test: "is", value: text };
  const opposite = opposites[test];
  return {
    message: "A minus works only with =.",
    ...(opposite === undefined ? {} : { suggestion: variableTerm({ name, test: opposite, value: text }) }),
  };
}

/** The operator may be after the colon, before the value: `var.orders:>=10`. */
function testOf(operator: Operator, value: FilterToken["value"]): { test: VariableTest; text: string } {
  const inner = /^(?:!=|>=|<=|[~<>])/.exec(value.text)?.[0];
  if (operator !== ":" || value.isQuoted || inner === undefined) return { test: tests[operator], text: value.text };
  return { test: tests[inner as Operator], text: value.text.slice(inner.length) };
}
