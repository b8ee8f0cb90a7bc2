/** The selected conversations. */
export interface Selection {
  keys: ReadonlySet<string>;
  /** The last one toggled on its own, where a range begins. */
  anchor: string | null;
}

export const nothingSelected: Selection = { keys: new Set(), anchor: null };

export function toggleSelected({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}

/** Selects everything from the anchor to `key`, in the order shown; only `key` if the anchor is not in `shown`. */
export function extendSelection({ keys, anchor }: Selection, key: string, shown: readonly string[]): Selection {
  const end = shown.indexOf(key);
  const start = anchor === null ? -1 : shown.indexOf(anchor);
  if (end === -1) return { keys, anchor };
  if (start === -1) return { keys: new Set([...keys, key]), anchor: key };
  return { keys: new Set([...keys, ...shown.slice(Math.min(start, end), Math.max(start, end) + 1)]), anchor };
}

/** Selects everything shown, or nothing if all of it is selected. */
export function toggleAll({ keys }: Selection, shown: readonly string[]): Selection {
  const isAll = shown.length > 0 && shown.every((key) => keys.has(key));
  return isAll ? nothingSelected : { keys: new Set([...keys, ...shown]), anchor: null };
}
