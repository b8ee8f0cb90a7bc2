/** Whether the suite runs in full (`npm run test:torture`): larger sizes, against the production server. */
export const isInFull = process.env.TORTURE === "full";

/** The size for this run: `npm test` runs the short form. */
export function scale(sizes: { short: number; full: number }): number {
  return isInFull ? sizes.full : sizes.short;
}

/** The webhook responds within 3 s; on a busy machine the test may notice it later. */
export const maxAnswerMs = scale({ short: 4500, full: 3000 });
