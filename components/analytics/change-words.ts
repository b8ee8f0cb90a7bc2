/** Below this number of values, a change may be chance. */
export const fewestCompared = 30;

export const unchanged = "no change";

/** "14 points more", "1 point less", "no change": of a share, in percentage points. */
export function pointsText(points: number): string {
  if (points === 0) return unchanged;
  const size = Math.abs(points);
  return `${size} ${size === 1 ? "point" : "points"} ${points > 0 ? "more" : "less"}`;
}

/** @param isBetter null if that is a matter of opinion, or not certain */
export function changeColor(isBetter: boolean | null): string {
  if (isBetter === null) return "text-muted";
  return isBetter ? "text-agent" : "text-warning";
}
