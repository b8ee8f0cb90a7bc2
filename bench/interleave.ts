import { median } from "./statistics";

/**
 * Measures figure and baseline alternately, so that other load affects both; each result is the median of its rounds. The first
 * round is a warm-up.
 */
export async function interleave(
  rounds: number,
  measureBaseline: () => number | Promise<number>,
  measureFigure: () => number | Promise<number>,
): Promise<{ baseline: number; figure: number }> {
  const baselines: number[] = [];
  const figures: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const baseline = await measureBaseline();
    const figure = await measureFigure();
    if (round === 0) continue;
    baselines.push(baseline);
    figures.push(figure);
  }
  return { baseline: median(baselines), figure: median(figures) };
}
