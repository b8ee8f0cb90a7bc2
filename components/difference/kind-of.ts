/** How a difference is marked; null on a side: not there. */
export function kindOf(before: unknown, after: unknown): "added" | "removed" | "changed" {
  if (before === null) return "added";
  return after === null ? "removed" : "changed";
}
