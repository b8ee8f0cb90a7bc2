import { readFileSync, writeFileSync } from "node:fs";

/** What one fault looks like from outside, as docs/self-hosting.md tells it. */
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

/** A line without what depends on whether events wait for their conversations at that moment: then no page is shown. */
export function comparable(line: string): string {
  return line.replace(/; (they are shown|503: “[^”]*”)/, "");
}

/** The table's line about a fault; null where it has none. */
export function documentedLine(fault: string): string | null {
  const lines = readFileSync(file, "utf8").split("\n");
  const line = lines.find((text) => text.startsWith(`| ${fault} |`));
  return line === undefined ? null : `${line}\n`;
}

/** Puts the lines in the table's place; those of faults that could not be tried here stay. */
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
