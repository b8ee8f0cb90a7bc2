import type { Kind } from "./tokens";

/** A personal range of a folded text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
  kind: Kind;
}

/** The spans in order, with overlapping ones united; a union has the kind of its longest part. */
export function united(spans: readonly Span[]): Span[] {
  const inOrder = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const result: (Span & { longest: number })[] = [];
  for (const span of inOrder) {
    const last = result.at(-1);
    const length = span.end - span.start;
    if (last === undefined || span.start >= last.end) {
      result.push({ ...span, longest: length });
      continue;
    }
    last.end = Math.max(last.end, span.end);
    if (length > last.longest) Object.assign(last, { kind: span.kind, longest: length });
  }
  return result.map(({ start, end, kind }) => ({ start, end, kind }));
}
