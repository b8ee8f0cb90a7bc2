/** A change of an element of a JSON list, whose place is in bytes. */
export interface ElementEdit {
  start: number;
  end: number;
  /** The text that takes its place; null removes it together with a comma. */
  by: string | null;
}

/** Removes and replaces elements of lists in a body; all other bytes stay. Pure. */
export function replaceElements(bytes: Buffer, edits: readonly ElementEdit[]): Buffer {
  const ordered = edits.toSorted((one, other) => one.start - other.start);
  const removed = withCommas(
    bytes,
    ordered.filter(({ by }) => by === null),
  );
  const all = [...removed, ...ordered.filter(({ by }) => by !== null)];
  let end = 0;
  const parts = all
    .toSorted((one, other) => one.start - other.start)
    .flatMap((edit) => {
      const before = bytes.subarray(end, edit.start);
      ({ end } = edit);
      return [before, Buffer.from(edit.by ?? "")];
    });
  return Buffer.concat([...parts, bytes.subarray(end)]);
}

/** Each removed element with the comma after it; with the comma before it if it is the last of a list. */
function withCommas(bytes: Buffer, edits: readonly ElementEdit[]): ElementEdit[] {
  const wider: ElementEdit[] = [];
  for (const edit of edits) {
    const isNext = wider.at(-1)?.end === edit.start;
    const start = (isNext ? wider.pop()?.start : undefined) ?? edit.start;
    const next = skipSpace(bytes, edit.end);
    const isLast = bytes[next] !== comma;
    wider.push(
      isLast ? { ...edit, start: endOfPrevious(bytes, start) } : { ...edit, start, end: skipSpace(bytes, next + 1) },
    );
  }
  return wider;
}

/** Where the previous element ends, if a comma is before `start`. */
function endOfPrevious(bytes: Buffer, start: number): number {
  let place = start - 1;
  while (isSpace(bytes[place])) place -= 1;
  return bytes[place] === comma ? place : start;
}

const comma = ",".charCodeAt(0);

function skipSpace(bytes: Buffer, start: number): number {
  let place = start;
  while (isSpace(bytes[place])) place += 1;
  return place;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
