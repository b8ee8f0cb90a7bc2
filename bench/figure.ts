/** A measured value beside its baseline of the same run, and how far it should reach. */
export interface Figure {
  /** "deliveries a second, SQLite" */
  name: string;
  value: number;
  unit: string;
  baseline: { name: string; value: number };
  /** Of the value as a multiple of the baseline; null where nothing is asked for. */
  wanted: Bound | null;
  /** A bound on the value itself, where the baseline reaches `from`. */
  alsoWanted?: Bound & { from: number };
}

export type Bound = { atLeast: number } | { atMost: number };

export interface Verdict {
  ratio: number;
  isReached: boolean;
}

/** Compares a figure with what is wanted of it. */
export function judge({ value, baseline, wanted, alsoWanted }: Figure): Verdict {
  const ratio = value / baseline.value;
  const isOwnReached = alsoWanted === undefined || baseline.value < alsoWanted.from || isWithin(value, alsoWanted);
  return { ratio, isReached: isWithin(ratio, wanted) && isOwnReached };
}

/** "≥ 0.80" */
export function boundText(bound: Bound | null): string {
  if (bound === null) return "–";
  return "atLeast" in bound ? `≥ ${bound.atLeast.toFixed(2)}` : `≤ ${bound.atMost.toFixed(2)}`;
}

function isWithin(number: number, bound: Bound | null): boolean {
  if (bound === null) return true;
  return "atLeast" in bound ? number >= bound.atLeast : number <= bound.atMost;
}
