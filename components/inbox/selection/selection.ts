/** Which conversations are ticked. */
export interface Selection {
  keys: ReadonlySet<string>;
  /** The last one ticked or unticked by itself: a range begins there. */
  anchor: string | null;
}

export const nothingSelected: Selection = { keys: new Set(), anchor: null };

export function toggleSelected({ keys }: Selection, key: string): Selection {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return { keys: next, anchor: key };
}

/** Ticks everything from the anchor to `key`, in the order shown; without an anchor among `shown` only `key`. */
export function extendSelection({ keys, anchor }: Selection, key: string, shown: readonly string[]): Selection {
  const end = shown.indexOf(key);
  const start = anchor === null ? -1 : shown.indexOf(anchor);
  if (end === -1) return { keys, anchor };
  if (start === -1) return { keys: new Set([...keys, key]), anchor: key };
  return { keys: new Set([...keys, ...shown.slice(Math.min(start, end), Math.max(start, end) + 1)]), anchor };
}

/** Ticks all that is shown; when all of it is ticked already, none. */
export function toggleAll({ keys }: Selection, shown: readonly string[]): Selection {
  const isAll = shown.length > 0 && shown.every((key) => keys.has(key));
  return isAll ? nothingSelected : { keys: new Set([...keys, ...shown]), anchor: null };
}
