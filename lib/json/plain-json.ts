const maxDepth = 100;
const tooDeep = "(nested too deeply to show here: see the raw event)";

/**
 * A parsed value as JSON that survives serialization, so that a stored snapshot equals a fresh fold: numbers beyond a double
 * become text, -0 becomes 0, and very deep nesting is cut off before it overflows the stack of a serializer or a page. The raw
 * event is not changed.
 */
export function plainJson(value: unknown, depth = 0): unknown {
  if (typeof value === "number") return plainNumber(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => plainJson(item, depth + 1));
  // fromEntries instead of assignments: a key "__proto__" stays an ordinary key.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainJson(inner, depth + 1)]));
}

function plainNumber(value: number): number | string {
  if (!Number.isFinite(value)) return String(value);
  return Object.is(value, -0) ? 0 : value;
}
