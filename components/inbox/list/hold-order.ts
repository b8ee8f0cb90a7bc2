import type { Summary } from "@/lib/conversation/conversation";

export interface HeldRows {
  rows: Summary[];
  /** How many conversations are new or would move up. */
  waiting: number;
}

/**
 * The rows in their present order, each with its latest content, although `latest` is ordered differently. Rows after the last
 * known one are appended (the next page was loaded); rows that left the list stay until the order is released.
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

/** How many rows moved up in `after`, not counting those that only moved because of others. */
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
