/** A measured value with its baseline of the same run, and its bound. */
export interface Figure {
  /** "deliveries a second, SQLite" */
  name: string;
  value: number;
  unit: string;
  baseline: { name: string; value: number };
  /** The bound of value ÷ baseline; null without a goal. */
  wanted: Bound | null;
  /** A bound on the value itself, if the baseline is at least `from`. */
  alsoWanted?: Bound & { from: number };
}

export type Bound = { atLeast: number } | { atMost: number };

export interface Verdict {
  ratio: number;
  isReached: boolean;
}

/** Compares a figure with its bounds. */
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
