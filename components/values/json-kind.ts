import { isInexactNumber } from "@/lib/json/exact-numbers";

/** A value's JSON type, in the words of the panel. */
export type JsonKind = "text" | "number" | "boolean" | "null" | "structure";

/**
 * A number that JavaScript would change is a text of its digits. `type` is the sender's word, where there is one: it tells such
 * a number from a text of digits.
 */
export function jsonKind(value: unknown, type: string | null = null): JsonKind {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return isNumberType(type) && isInexactNumber(value) ? "number" : "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return "structure";
}

function isNumberType(type: string | null): boolean {
  return type === null || /^(?:number|int|integer|float|double|decimal)$/i.test(type);
}
