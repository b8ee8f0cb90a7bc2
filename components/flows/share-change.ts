import { fewestCompared } from "@/components/analytics/change-words";
import type { FlowPromptDetail } from "@/lib/api/schemas/flows";
import type { StepOutcome } from "@/lib/filters/kinds/condition";

type Week = FlowPromptDetail["edits"][number]["before"];

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
