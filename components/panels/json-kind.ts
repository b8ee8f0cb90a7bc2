/** A value's JSON type, in the words of the panel. */
export type JsonKind = "text" | "number" | "boolean" | "null" | "structure";

export function jsonKind(value: unknown): JsonKind {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return "structure";
}
