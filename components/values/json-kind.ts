import { isInexactNumber } from "@/lib/json/exact-numbers";

/** A value's JSON type, as the panel names it. */
export type JsonKind = "text" | "number" | "boolean" | "null" | "structure";

/**
 * The type of a value. A number that JavaScript would change is a string of its digits; `type` as sent, if present, distinguishes
 * it from a text of digits.
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
