const deepest = 100;
const tooDeep = "(nested too deeply to show here: see the raw event)";

/**
 * A parsed value as JSON that survives being written and read again, so that a folded snapshot equals a fresh fold. The few
 * values that would not: numbers beyond a double become text, -0 becomes 0, and what is nested deeper than anything a
 * person would read is cut off before it overflows a stack in a serialiser or a page. The raw event keeps what was sent.
 */
export function plainJson(value: unknown, depth = 0): unknown {
  if (typeof value === "number") return plainNumber(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= deepest) return tooDeep;
  if (Array.isArray(value)) return value.map((item) => plainJson(item, depth + 1));
  // fromEntries and not assignments: a key "__proto__" stays an ordinary key.
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainJson(inner, depth + 1)]));
}

function plainNumber(value: number): number | string {
  if (!Number.isFinite(value)) return String(value);
  return Object.is(value, -0) ? 0 : value;
}
