import { align } from "@/lib/fold/compare/align";

/** A line of a text, or a run of unchanged lines that is not shown. */
export type LineChange = { kind: "same" | "gone" | "new"; text: string } | { kind: "skipped"; count: number };

/** Lines of context around a change. */
const context = 2;
/** Longer texts are not aligned line by line. */
const maxLength = 2000;

/** The changes from one text to another by lines, with context; other unchanged lines are skipped. */
export function lineChanges(before: string, after: string): LineChange[] {
  const [a, b] = [before.split(/\r\n|\r|\n/), after.split(/\r\n|\r|\n/)];
  const isLong = a.length > maxLength || b.length > maxLength;
  const pairs = isLong
    ? [...a.map((_, place) => ({ a: place, b: null })), ...b.map((_, place) => ({ a: null, b: place }))]
    : align({ lengthA: a.length, lengthB: b.length, score: (i, j) => (a[i] === b[j] ? 1 : 0), best: 1 });
  const lines = pairs.map((pair): Extract<LineChange, { text: string }> => {
    if (pair.a === null) return { kind: "new", text: b[pair.b ?? 0] ?? "" };
    return { kind: pair.b === null ? "gone" : "same", text: a[pair.a] ?? "" };
  });
  return skipFar(lines);
}

function skipFar(lines: readonly Extract<LineChange, { text: string }>[]): LineChange[] {
  const isNear = lines.map((_, place) =>
    lines.slice(Math.max(0, place - context), place + context + 1).some(({ kind }) => kind !== "same"),
  );
  const shown: LineChange[] = [];
  for (const [place, line] of lines.entries()) {
    const last = shown.at(-1);
    if (isNear[place]) shown.push(line);
    else if (last?.kind === "skipped") last.count += 1;
    else shown.push({ kind: "skipped", count: 1 });
  }
  return shown;
}
