import { strictJson } from "@/lib/json/strict-json";

/** A number that JavaScript would change: it has more digits than a double, or another notation. */
export class ExactNumber {
  constructor(readonly source: string) {}
}

export type JsonText = { readable: true; value: unknown } | { readable: false; reason: string };

/** Maximum nesting: nobody expands more levels, and recursive code would overflow the stack far beyond this. */
const maxDepth = 500;

/** Parses received text for display: numbers keep their digits, if the browser supports it. */
export function readJson(text: string): JsonText {
  try {
    const json = isJson(text) ? text : strictJson(text);
    if (nestsDeeper(JSON.parse(json), maxDepth)) {
      return { readable: false, reason: `Nested more than ${maxDepth} levels deep: too deep for a tree.` };
    }
    return { readable: true, value: JSON.parse(json, keepDigits) };
  } catch (error) {
    return { readable: false, reason: `The text is not JSON: ${error instanceof Error ? error.message : "unknown"}` };
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Iterates by levels, without recursion. */
function nestsDeeper(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((item) => membersOf(item)?.map(([, member]) => member) ?? []);
  }
  return false;
}

// The third argument is newer than TypeScript's library types.
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== "number" || source === undefined || String(value) === source) return value;
  return new ExactNumber(source);
}

/** A leaf as JSON, so that `"1"` and `1` are different. */
export function leafText(value: unknown): string {
  if (value instanceof ExactNumber) return value.source;
  return JSON.stringify(value) ?? String(value);
}

/** The members of an object or array in order; null for a leaf. */
export function membersOf(value: unknown): [name: string | number, value: unknown][] | null {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  if (value === null || typeof value !== "object" || value instanceof ExactNumber) return null;
  return Object.entries(value);
}

/** The JSONPath of a member: `$.payload.items[0]["first name"]`. */
export function memberPath(parent: string, name: string | number): string {
  if (typeof name === "number") return `${parent}[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${parent}.${name}` : `${parent}[${JSON.stringify(name)}]`;
}

/** Serializes a value as indented JSON with its exact numbers. */
export function writeJson(value: unknown, indent = ""): string {
  const members = membersOf(value);
  if (members === null) return leafText(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  if (members.length === 0) return `${open}${close}`;
  const inner = `${indent}  `;
  const lines = members.map(([name, member]) => {
    const label = typeof name === "number" ? "" : `${JSON.stringify(name)}: `;
    return `${inner}${label}${writeJson(member, inner)}`;
  });
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}
