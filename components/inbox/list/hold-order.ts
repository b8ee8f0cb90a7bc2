import type { Summary } from "@/lib/conversation/conversation";

export interface HeldRows {
  rows: Summary[];
  /** How many conversations would come or move up. */
  waiting: number;
}

/**
 * The rows as they stand, each with its latest content, while `latest` has already moved on. Rows that follow the last one
 * known are taken over (the next page was read); rows that left the list stay where they are until the order is let go.
 */
export function holdOrder(shown: readonly Summary[], latest: readonly Summary[]): HeldRows {
  const latestByKey = new Map(latest.map((summary) => [summary.key, summary]));
  const known = new Set(shown.map(({ key }) => key));
  const lastKnown = latest.findLastIndex(({ key }) => known.has(key));

  const came = latest.slice(0, lastKnown + 1).filter(({ key }) => !known.has(key)).length;
  const rose = countRisen(
    shown.filter(({ key }) => latestByKey.has(key)),
    latest.filter(({ key }) => known.has(key)),
  );
  return {
    rows: [...shown.map((summary) => latestByKey.get(summary.key) ?? summary), ...latest.slice(lastKnown + 1)],
    waiting: came + rose,
  };
}

/** How many of the same rows stand higher in `after`, not counting those that others merely pushed. */
function countRisen(before: readonly Summary[], after: readonly Summary[]): number {
  const place = new Map(after.map(({ key }, index) => [key, index]));
  let deepest = -1;
  let risen = 0;
  for (const { key } of before) {
    const now = place.get(key) ?? deepest;
    if (now < deepest) risen += 1;
    else deepest = now;
  }
  return risen;
}
