import type { FlowPromptDetail } from "@/lib/api/schemas/flows";
import type { StepOutcome } from "@/lib/filters/kinds/condition";

type Week = FlowPromptDetail["edits"][number]["before"];

/** Below this number of showings, a change may be chance. */
const fewestCompared = 30;

/** By how many percentage points the share of an outcome changed; null if a number is missing or hidden. */
export function shareChange(
  before: Week,
  after: Week,
  outcome: StepOutcome,
): { points: number; isBetter: boolean | null } | null {
  const [was, is] = [before[outcome], after[outcome]];
  if (!before.shown || !after.shown || was === null || is === null) return null;
  const points = Math.round((is / after.shown - was / before.shown) * 100);
  const isMeant = outcome === "answered" || outcome === "abandoned";
  const isSmall = before.shown < fewestCompared || after.shown < fewestCompared;
  return { points, isBetter: points === 0 || isSmall || !isMeant ? null : points > 0 === (outcome === "answered") };
}

/** "14 points more", "1 point less", "no change". */
export function pointsText(points: number): string {
  if (points === 0) return "no change";
  const size = Math.abs(points);
  return `${size} ${size === 1 ? "point" : "points"} ${points > 0 ? "more" : "less"}`;
}
