import { pageBudgets, pageWeight } from "@/lib/testing/page-weight";
import type { Figure } from "./figure";

/** The JavaScript that pages load initially, compared with a page that has the framework only. */
export async function measurePageWeight(): Promise<Figure[]> {
  const baseline = { name: "kB of the page that is not found", value: pageWeight("/_not-found") };
  return Object.entries(pageBudgets).map(([route, atMost]) => ({
    name: `JavaScript of ${route}, gzip`,
    value: pageWeight(route),
    unit: "kB",
    baseline,
    wanted: null,
    alsoWanted: { atMost, from: 0 },
  }));
}
