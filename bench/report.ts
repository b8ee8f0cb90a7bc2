import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { dirname } from "node:path";
import { boundText, type Figure, judge } from "./figure";

const titles = ["figure", "value", "baseline", "ratio", "wanted", ""];

/** Formats the figures as aligned columns. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { ratio, isReached } = judge(figure);
    const baseline = `${readable(figure.baseline.value)} ${figure.baseline.name}`;
    const value = `${readable(figure.value)} ${figure.unit}`;
    return [figure.name, value, baseline, ratio.toFixed(2), wantedText(figure), mark(figure, isReached)];
  });
  const widths = titles.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(titles), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}

/** Writes figures, verdicts and the machine's specification as JSON. */
export function writeReport(file: string, figures: readonly Figure[], options: { full: boolean }): void {
  mkdirSync(dirname(file), { recursive: true });
  const machine = {
    processors: cpus().length,
    model: cpus()[0]?.model ?? "",
    memory: totalmem(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
  };
  const judged = figures.map((figure) => ({ ...figure, ...judge(figure) }));
  writeFileSync(
    file,
    `${JSON.stringify({ at: new Date().toISOString(), machine, ...options, figures: judged }, null, 2)}\n`,
  );
}

function mark({ wanted, alsoWanted }: Figure, isReached: boolean): string {
  if (wanted === null && alsoWanted === undefined) return "";
  return isReached ? "✓" : "✗";
}

function wantedText({ wanted, alsoWanted, baseline, unit }: Figure): string {
  if (alsoWanted === undefined || baseline.value < alsoWanted.from) return boundText(wanted);
  const own = "atLeast" in alsoWanted ? `≥ ${readable(alsoWanted.atLeast)}` : `≤ ${readable(alsoWanted.atMost)}`;
  return wanted === null ? `${own} ${unit}` : `${boundText(wanted)}, ${own} ${unit}`;
}

/** Three significant digits, more for large numbers. */
function readable(value: number): string {
  return value.toLocaleString("en", value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
}
