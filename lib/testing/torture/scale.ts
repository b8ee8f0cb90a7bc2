/** Whether the suite runs in full (`npm run test:torture`): larger sizes, against the production server. */
export const isInFull = process.env.TORTURE === "full";

/** A size of the suite: `npm test` runs the short one. */
export function scale(sizes: { short: number; full: number }): number {
  return isInFull ? sizes.full : sizes.short;
}

/** The webhook answers within 3 s; a machine that does other things as well may notice it later. */
export const longestAnswerMs = scale({ short: 4500, full: 3000 });
