import { readFileSync, writeFileSync } from "node:fs";

/** The visible signs of a fault, as listed in docs/self-hosting.md. */
export interface FaultRow {
  fault: string;
  ready: string;
  metrics: string;
  log: string;
  pages: string;
  recovery: string;
  lost: string;
}

const file = "docs/self-hosting.md";
const begin = "<!-- Made by faults.torture.test.ts: WRITE_FAULTS=1 npm run test:torture writes it. -->\n\n";
const head = `| fault | \`/api/ready\` | \`/api/metrics\` | log | pages | recovery | acknowledged events lost |
|---|---|---|---|---|---|---|
`;

export function lineOf({ fault, ready, metrics, log, pages, recovery, lost }: FaultRow): string {
  return `| ${[fault, ready, metrics, log, pages, recovery, lost].join(" | ")} |\n`;
}

/**
 * A row without the part that depends on whether events are waiting for projection at that moment, in which case no page is
 * shown.
 */
export function comparable(line: string): string {
  return line.replace(/; (they are shown|503: “[^”]*”)/, "");
}

/** The table's row for a fault; null if missing. */
export function documentedLine(fault: string): string | null {
  const lines = readFileSync(file, "utf8").split("\n");
  const line = lines.find((text) => text.startsWith(`| ${fault} |`));
  return line === undefined ? null : `${line}\n`;
}

/** Replaces the table's rows; those of faults that could not be tested here are kept. */
export function writeTable(rows: readonly FaultRow[], faults: readonly string[]): void {
  const text = readFileSync(file, "utf8");
  const start = text.indexOf(begin);
  if (start === -1) throw new Error(`${file} has no place for the table.`);
  const rest = text.slice(start + begin.length).replace(/^(\|.*\n)*/, "");
  const lines = faults.map((fault) => {
    const row = rows.find((one) => one.fault === fault);
    return row === undefined ? (documentedLine(fault) ?? "") : lineOf(row);
  });
  writeFileSync(file, text.slice(0, start) + begin + head + lines.join("") + rest);
}
