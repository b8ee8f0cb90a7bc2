import type { z } from "zod";

const shown = 3;

/** A readable validation error: `payload.buttons: expected a list, got text; …`. */
export function describeMisfit(error: z.ZodError, sent: unknown): string {
  const lines = error.issues.flatMap((issue) => linesOf(issue, sent, []));
  const more = lines.length > shown ? `; and ${lines.length - shown} more` : "";
  return [...new Set(lines)].slice(0, shown).join("; ") + more;
}

function linesOf(issue: z.core.$ZodIssue, sent: unknown, outer: readonly PropertyKey[]): string[] {
  const path = [...outer, ...issue.path];
  if (issue.code === "invalid_union") {
    const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return nearest.flatMap((each) => linesOf(each, sent, path));
  }
  const value = at(sent, path);
  const problem =
    issue.code === "invalid_type" || issue.message === "expected text"
      ? value === undefined
        ? "is missing"
        : `expected ${expectation(issue)}, got ${kindOf(value)}`
      : issue.message;
  return [path.length === 0 ? problem : `${path.join(".")} ${problem}`.replace(/ (expected )/, ": $1")];
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code !== "invalid_type") return "text";
  return (
    { array: "a list", object: "an object", record: "an object", string: "text" }[issue.expected as string] ??
    issue.expected
  );
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  );
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  return (
    { string: "text", number: "a number", boolean: "true or false", object: "an object" }[typeof value as string] ??
    typeof value
  );
}
