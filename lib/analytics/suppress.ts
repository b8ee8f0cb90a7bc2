/** A part of several totals. */
export interface Part {
  /** In how many conversations it occurs. */
  conversations: number;
  /** The totals that it belongs to: whoever knows a total and all other parts knows this part. */
  totals: readonly string[];
}

/** The parts to hide because they occur in few conversations, and others without which these could be computed. */
export function suppress<One extends Part>(parts: readonly One[], fewest: number): Set<One> {
  const present = parts.filter(({ conversations }) => conversations > 0);
  const hidden = new Set(present.filter(({ conversations }) => conversations < fewest));
  if (hidden.size === 0) return hidden;
  const groups = new Map<string, One[]>();
  for (const part of present.toSorted((a, b) => a.conversations - b.conversations)) {
    for (const total of part.totals) groups.set(total, [...(groups.get(total) ?? []), part]);
  }
  for (let before = 0; before !== hidden.size; ) {
    before = hidden.size;
    for (const group of groups.values()) {
      const shown = group.filter((part) => !hidden.has(part));
      if (group.length - shown.length === 1 && shown[0] !== undefined) hidden.add(shown[0]);
    }
  }
  return hidden;
}
