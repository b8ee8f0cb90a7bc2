import { valueText } from "@/components/analytics/cell-text";
import { countOf } from "@/components/analytics/count-text";
import { reasons } from "@/lib/analytics/reasons";
import type { Cell } from "@/lib/api/schemas/analytics";
import type { FunnelResult } from "@/lib/api/schemas/funnels";

/** A step with what a chart and a table show of it. */
export interface FunnelRow {
  /** Its place in the funnel, from 0. */
  place: number;
  name: string;
  /** How many conversations went through it and all before, with their list. Its value is null if hidden. */
  cell: Cell;
  /** Of the conversations of the first step, from 0 to 1; null if hidden, and without conversations. */
  ofFirst: number | null;
  /** How many conversations of the previous step did not reach this one; null if hidden, and for the first step. */
  lost: number | null;
}

export function funnelRows({ steps }: FunnelResult, nameOf: (step: string) => string): FunnelRow[] {
  // A hidden number has no count; it may be large, if the difference to another is small.
  const counts = steps.map(({ cell: { k = null, reason } }) => (reason === reasons.hidden ? null : k));
  return steps.map(({ label, cell }, place) => {
    const [count = null, before = null] = [counts[place], counts[place - 1]];
    const lost = count === null || before === null ? null : before - count;
    return { place, name: nameOf(label), cell: { ...cell, value: count }, ofFirst: cell.value, lost };
  });
}

/** The funnel in one sentence: how many went through all of it, and where most were lost. */
export function funnelFinding(rows: readonly FunnelRow[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return "";
  const [started, finished] = [first.cell.value, last.cell.value];
  if (started === null) return "How many conversations went through the first step is hidden.";
  if (started === 0) return "No conversation of this period went through the first step.";
  const start = countOf(started, "conversation");
  if (rows.length === 1) return `${start} went through this step. Add the next one.`;
  const share = last.ofFirst === null ? "" : ` (${valueText("share", last.ofFirst)})`;
  const rest = finished === null ? "a hidden number" : `${finished.toLocaleString("en")}${share}`;
  const all = `Of ${start}, ${rest} went through all ${rows.length} steps.`;
  const worst = rows.toSorted((a, b) => (b.lost ?? 0) - (a.lost ?? 0))[0];
  if (worst?.lost == null || worst.lost === 0) return all;
  return `${all} Most were lost before step ${worst.place + 1}: ${countOf(worst.lost, "conversation")}.`;
}
