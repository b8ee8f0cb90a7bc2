import { z } from "zod";

/** How a variable is tested, by the prefix of its name in a URL. */
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

export const variableTestNames = Object.keys(variablePrefixes) as VariableTest[];

/** What the tests mean, for the API's description. */
export const variableTestTexts: Record<VariableTest, string> = {
  is: "The value that the variable of this name has now, as text.",
  not: "The variable does not have this value now, or is not set.",
  contains: "The variable's value contains this text, in any case.",
  exists: "`yes`: the variable is set; `no`: it is not.",
  over: "The value is greater. A number is compared with values that are numbers or read as one, a date (a whole UTC day) or time with values that are dates or times, any other text by code points in any case with values that are neither.",
  under: "The value is smaller; compared as by `var-over`.",
  min: "The value is greater or equal; compared as by `var-over`.",
  max: "The value is smaller or equal; compared as by `var-over`.",
};

const text = z
  .string()
  .max(1000, "is longer than 1000 characters")
  .refine((given) => !given.includes("\0"), "must not contain NUL");

/** One test of one variable. */
export const variableFilter = z
  .strictObject({
    name: text.min(1, "must not be empty"),
    test: z.enum(variableTestNames),
    /** Of `exists`: yes or no. */
    value: text,
  })
  .refine(({ test, value }) => test !== "exists" || value === "yes" || value === "no", 'must be "yes" or "no"')
  .refine(({ test, value }) => test === "is" || test === "not" || value.trim() !== "", "must not be empty");

export type VariableFilter = z.output<typeof variableFilter>;

/** Which variable and test a URL's parameter is about; null for other parameters. */
export function variableParameter(parameter: string): { name: string; test: VariableTest } | null {
  for (const test of variableTestNames) {
    const prefix = variablePrefixes[test];
    if (parameter.startsWith(prefix)) return { name: parameter.slice(prefix.length), test };
  }
  return null;
}
