import type { Operator } from "@/lib/filters/values/operators";
import type { VariableFilter, VariableTest } from "@/lib/filters/values/variable-filter";
import { variableTerm } from "./format-filters";
import type { Fault } from "./parse-filter-text";
import type { Token } from "./tokenise";

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
  is: "not",
  not: "is",
  over: "max",
  max: "over",
  under: "min",
  min: "under",
};

/**
 * Parses a term about a variable: `var.plan=pro`, `-var.plan=pro`, `var.plan~pr`, `var.plan:*`, `var.orders:>=10`, `var."a b":c`.
 */
export function readVariable({ subject, operator, value, isNegative }: Token): VariableFilter | Fault {
  const name = subject?.name ?? "";
  if (name === "") return { message: "Add the variable's name, for example var.plan=pro." };
  if (operator?.text === ":" && !value.isQuoted && value.text === "*") {
    return { name, test: "exists", value: isNegative ? "no" : "yes" };
  }
  const { test, text } = testOf(operator?.text ?? "=", value);
  if (text === "" && !value.isQuoted) {
    return { message: `"${name}" needs a value. Write "" for an empty one, :* for any.`, suggestion: `var.${name}:*` };
  }
  if (!isNegative) return { name, test, value: text };
  if (test === "is" || test === "not") return { name, test: opposites[test] ?? test, value: text };
  const opposite = opposites[test];
  return {
    message: "A minus works only with =.",
    ...(opposite === undefined ? {} : { suggestion: variableTerm({ name, test: opposite, value: text }) }),
  };
}

/** The operator may be after the colon, before the value: `var.orders:>=10`. */
function testOf(operator: Operator, value: Token["value"]): { test: VariableTest; text: string } {
  const [, inner, rest] = /^(!=|>=|<=|[~<>])(.*)$/s.exec(value.text) ?? [];
  if (operator !== ":" || value.isQuoted || inner === undefined) return { test: tests[operator], text: value.text };
  return { test: tests[inner as Operator], text: rest ?? "" };
}
