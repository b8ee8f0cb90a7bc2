import type { VariableFilter, VariableTest } from "@/lib/api/variable-filter";
import { variableTerm } from "./format-filters";
import type { Fault } from "./parse-filter-text";
import type { Operator, Token } from "./tokenise";

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

/** What is tested by one test is kept out by this one. */
const opposites: Partial<Record<VariableTest, VariableTest>> = {
  is: "not",
  not: "is",
  over: "max",
  max: "over",
  under: "min",
  min: "under",
};

/** Reads a term about a variable: `var.plan=pro`, `-var.plan=pro`, `var.plan~pr`, `var.plan:*`, `var.orders:>=10`, `var."a b":c`. */
export function readVariable({ subject, operator, value, isNegative }: Token): VariableFilter | Fault {
  const name = subject?.name ?? "";
  if (name === "") return { message: "The variable's name is missing, as in var.plan=pro." };
  if (operator?.text === ":" && !value.isQuoted && value.text === "*") {
    return { name, test: "exists", value: isNegative ? "no" : "yes" };
  }
  const { test, text } = testOf(operator?.text ?? "=", value);
  if (text === "" && !value.isQuoted) {
    return { message: `"${name}" needs a value; an empty one is written "", any one :*.`, suggestion: `var.${name}:*` };
  }
  if (!isNegative) return { name, test, value: text };
  if (test === "is" || test === "not") return { name, test: opposites[test] ?? test, value: text };
  const opposite = opposites[test];
  return {
    message: "Only = can be turned round by a minus.",
    ...(opposite === undefined ? {} : { suggestion: variableTerm({ name, test: opposite, value: text }) }),
  };
}

/** Behind a colon the test may stand before the value: `var.orders:>=10`. */
function testOf(operator: Operator, value: Token["value"]): { test: VariableTest; text: string } {
  const [, inner, rest] = /^(!=|>=|<=|[~<>])(.*)$/s.exec(value.text) ?? [];
  if (operator !== ":" || value.isQuoted || inner === undefined) return { test: tests[operator], text: value.text };
  return { test: tests[inner as Operator], text: rest ?? "" };
}
