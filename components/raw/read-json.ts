import { strictJson } from "@/lib/json/strict-json";

/** A number whose text JavaScript would change: more digits than it holds, or another way to write it. */
export class ExactNumber {
  constructor(readonly source: string) {}
}

export type JsonText = { readable: true; value: unknown } | { readable: false; reason: string };

/** Nobody opens so many levels, and what walks them by recursion would overflow far below this. */
const deepest = 500;

/** Parses received text for showing it: numbers keep the digits they came with, where the browser tells them. */
export function readJson(text: string): JsonText {
  try {
    const json = isJson(text) ? text : strictJson(text);
    if (nestsDeeper(JSON.parse(json), deepest)) {
      return { readable: false, reason: `Nested more than ${deepest} levels deep: too deep for a tree.` };
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

/** Goes level by level, not by recursion. */
function nestsDeeper(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((item) => membersOf(item)?.map(([, member]) => member) ?? []);
  }
  return false;
}

// The third argument is younger than TypeScript's library types.
function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== "number" || source === undefined || String(value) === source) return value;
  return new ExactNumber(source);
}

/** How a leaf is written: as JSON, so that `"1"` and `1` stay apart. */
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

/** The place of a member as a JSONPath: `$.payload.items[0]["first name"]`. */
export function memberPath(parent: string, name: string | number): string {
  if (typeof name === "number") return `${parent}[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${parent}.${name}` : `${parent}[${JSON.stringify(name)}]`;
}

/** Writes a value back as indented JSON with its exact numbers. */
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
