import { fewestShown } from "@/lib/analytics/reasons";
import { valueText } from "./cell-text";

/** A count; `<5` if it is hidden. */
export function countText(count: number | null): string {
  return count === null ? `<${fewestShown}` : count.toLocaleString("en");
}

/** "1 conversation", "1,204 conversations". */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** A part of a whole, "61 %"; nothing without a whole, or if either is hidden. */
export function shareText(part: number | null, whole: number | null): string {
  return part === null || whole === null || whole === 0 ? "–" : valueText("share", part / whole);
}
