/** The tests of a variable and the prefixes of its name in a URL. */
export const variablePrefixes = {
  is: "var.",
  not: "var-not.",
  contains: "var-contains.",
  exists: "var-exists.",
  over: "var-over.",
  under: "var-under.",
  min: "var-min.",
  max: "var-max.",
} as const;

export type VariableTest = keyof typeof variablePrefixes;

// The record has only these keys.
export const variableTestNames = Object.keys(variablePrefixes) as VariableTest[];

/** Descriptions of the tests for the API documentation. */
export const variableTestTexts: Record<VariableTest, string> = {
  is: "The current value of the variable of this name, as text.",
  not: "The variable does not have this value now, or is not set.",
  contains: "The variable's value contains this text, in any case.",
  exists: "`yes`: the variable is set; `no`: it is not.",
  over: "The value is greater. Numbers (also texts that read as one) are compared with numbers, dates (a whole UTC day) and times with dates and times, any other text by code points in any case.",
  under: "The value is smaller; compared as for `var-over`.",
  min: "The value is greater or equal; compared as for `var-over`.",
  max: "The value is smaller or equal; compared as for `var-over`.",
};

/** One test of one variable. */
export interface VariableFilter {
  name: string;
  test: VariableTest;
  /** For `exists`: yes or no. */
  value: string;
}

/** Why a test of a variable is invalid: `must not be empty`; else null. */
export function variableProblem({ name, test, value }: VariableFilter): string | null {
  if (name === "") return "must not be empty";
  if (name.length > 1000 || value.length > 1000) return "is longer than 1000 characters";
  if (name.includes("\0") || value.includes("\0")) return "must not contain NUL";
  if (test === "exists") return value === "yes" || value === "no" ? null : 'must be "yes" or "no"';
  return test === "is" || test === "not" || value.trim() !== "" ? null : "must not be empty";
}

/** The variable and test of a URL parameter; null for other parameters. */
export function variableParameter(parameter: string): { name: string; test: VariableTest } | null {
  for (const test of variableTestNames) {
    const prefix = variablePrefixes[test];
    if (parameter.startsWith(prefix)) return { name: parameter.slice(prefix.length), test };
  }
  return null;
}
