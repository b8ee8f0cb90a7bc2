import type { ValueRead } from "@/lib/filters/kinds/filter-definition";

/** Any non-empty text. */
export function readText(text: string): ValueRead {
  if (text.length > 1000) return { problem: "is longer than 1000 characters" };
  if (text.includes("\0")) return { problem: "must not contain NUL" };
  return text === "" ? { problem: "must not be empty" } : { value: text };
}

/** One of several values, case-insensitive. */
export function readOneOf(values: readonly string[], text: string): ValueRead {
  const value = values.find((known) => known === text.toLowerCase());
  return value === undefined ? { problem: `must be ${values.map((known) => `"${known}"`).join(" or ")}` } : { value };
}

/** A message type, which is stored in lower case. */
export function readMessageType(text: string): ValueRead {
  return readText(text.toLowerCase());
}
