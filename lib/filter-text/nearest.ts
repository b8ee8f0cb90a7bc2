/** Maximum length: nothing is near longer text. */
const maxLength = 40;

/** The name with the smallest edit distance to `typed`; null if none is near. */
export function nearest(typed: string, names: readonly string[]): string | null {
  if (typed.length > maxLength) return null;
  const wanted = typed.toLowerCase();
  const [best] = names
    .map((name) => ({ name, distance: name.startsWith(wanted) && wanted.length > 1 ? 1 : distance(wanted, name) }))
    .sort((one, other) => one.distance - other.distance);
  return best !== undefined && best.distance <= Math.max(1, Math.ceil(wanted.length / 3)) ? best.name : null;
}

/** Levenshtein distance: letters to insert, delete or replace. */
export function distance(one: string, other: string): number {
  const letters = [...other];
  let row = Array.from({ length: letters.length + 1 }, (_, place) => place);
  for (const [place, letter] of [...one].entries()) {
    const next = [place + 1];
    for (const [column, counterpart] of letters.entries()) {
      const changed = (row[column] ?? 0) + (letter === counterpart ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[letters.length] ?? 0;
}
