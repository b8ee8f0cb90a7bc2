import { valueText } from "@/components/analytics/cell-text";
import type { FlowList } from "@/lib/api/schemas/flows";

/** Which bot asked the most, and how many of all prompts were answered. */
export function botsFinding(data: FlowList["data"]): string {
  const [busiest] = data.toSorted((a, b) => (b.shown ?? 0) - (a.shown ?? 0));
  if (busiest === undefined || (busiest.shown ?? 0) === 0) return "No numbers to show for prompts in this period.";
  const most = `${busiest.name} showed the most prompts (${(busiest.shown ?? 0).toLocaleString("en")})`;
  const [shown, answered] = [data.map((bot) => bot.shown), data.map((bot) => bot.answered)].map(total);
  if (shown === null || answered === null || !shown) return `${most}.`;
  return `${most}; visitors answered ${valueText("share", (answered ?? 0) / shown)} of all prompts.`;
}

/** Null if a number is hidden. */
function total(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}
