/** A pair of indexes in two sequences; null on one side: the other has no counterpart. */
export interface AlignedPlaces {
  a: number | null;
  b: number | null;
}

/** The score of two elements, from 0 (never paired) up to `best`. */
type MatchScore = (a: number, b: number) => number;

interface Sequences {
  lengthA: number;
  lengthB: number;
  score: MatchScore;
  /** The score of two equal elements. */
  best: number;
}

const directCells = 1 << 18;
const cellsBetweenPauses = 250_000;

/**
 * Aligns two sequences with the maximum sum of scores, keeping the order of both (Hirschberg's algorithm: linear memory, time
 * proportional to the product of the lengths). Both sequences are returned in full, in order; between two pairs, the unpaired
 * indexes of `a` come before those of `b`.
 */
export function align(sequences: Sequences): AlignedPlaces[] {
  const alignment = alignmentOf(sequences);
  for (;;) {
    const step = alignment.next();
    if (step.done) return step.value;
  }
}

/** The same with a `yield` every few milliseconds, to keep the page responsive. */
export function* alignmentOf({ lengthA, lengthB, score, best }: Sequences): Generator<undefined, AlignedPlaces[]> {
  const shortest = Math.min(lengthA, lengthB);
  let start = 0;
  while (start < shortest && score(start, start) === best) start += 1;
  let end = 0;
  while (end < shortest - start && score(lengthA - 1 - end, lengthB - 1 - end) === best) end += 1;

  const pairs: Pair[] = [];
  for (let place = 0; place < start; place += 1) pairs.push([place, place]);
  const middle: Range = { aFrom: start, aTo: lengthA - end, bFrom: start, bTo: lengthB - end };
  pairs.push(...(yield* pairsIn(middle, score)));
  for (let place = end; place > 0; place -= 1) pairs.push([lengthA - place, lengthB - place]);
  return withUnpaired(pairs, lengthA, lengthB);
}

type Pair = readonly [a: number, b: number];

interface Range {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

function* pairsIn(range: Range, score: MatchScore): Generator<undefined, Pair[]> {
  const { aFrom, aTo, bFrom, bTo } = range;
  if (aTo <= aFrom || bTo <= bFrom) return [];
  if (aTo - aFrom === 1 || (aTo - aFrom) * (bTo - bFrom) <= directCells) return directPairs(range, score);
  const middle = (aFrom + aTo) >> 1;
  const upper = yield* lastRow({ ...range, aTo: middle }, score, 1);
  const lower = yield* lastRow({ ...range, aFrom: middle }, score, -1);
  let split = 0;
  for (let place = 1; place <= bTo - bFrom; place += 1)
    if (sum(upper, lower, place) > sum(upper, lower, split)) split = place;
  return [
    ...(yield* pairsIn({ aFrom, aTo: middle, bFrom, bTo: bFrom + split }, score)),
    ...(yield* pairsIn({ aFrom: middle, aTo, bFrom: bFrom + split, bTo }, score)),
  ];
}

/** The maximum sums of all of `a`'s range with each prefix (`direction` 1) or suffix (-1) of `b`'s, by its length. */
function* lastRow(range: Range, score: MatchScore, direction: 1 | -1): Generator<undefined, Int32Array> {
  const { aFrom, aTo, bFrom, bTo } = range;
  const width = bTo - bFrom;
  let above = new Int32Array(width + 1);
  let row = new Int32Array(width + 1);
  for (let step = 0; step < aTo - aFrom; step += 1) {
    if ((step * width) % cellsBetweenPauses < width) yield;
    const a = direction === 1 ? aFrom + step : aTo - 1 - step;
    for (let place = 1; place <= width; place += 1) {
      const b = direction === 1 ? bFrom + place - 1 : bTo - place;
      const matched = score(a, b);
      const skipped = Math.max(above[place] ?? 0, row[place - 1] ?? 0);
      row[place] = matched > 0 ? Math.max(skipped, (above[place - 1] ?? 0) + matched) : skipped;
    }
    [above, row] = [row, above];
  }
  return direction === 1 ? above : above.reverse();
}

function sum(one: Int32Array, other: Int32Array, place: number): number {
  return (one[place] ?? 0) + (other[place] ?? 0);
}

/** The same with the whole table in memory: sums from each position to the end, then forward along the maximum. */
function directPairs({ aFrom, aTo, bFrom, bTo }: Range, score: MatchScore): Pair[] {
  const [height, width] = [aTo - aFrom, bTo - bFrom];
  const table = new Int32Array((height + 1) * (width + 1));
  const at = (i: number, j: number) => table[i * (width + 1) + j] ?? 0;
  for (let i = height - 1; i >= 0; i -= 1) {
    for (let j = width - 1; j >= 0; j -= 1) {
      const matched = score(aFrom + i, bFrom + j);
      const skipped = Math.max(at(i + 1, j), at(i, j + 1));
      table[i * (width + 1) + j] = matched > 0 ? Math.max(skipped, at(i + 1, j + 1) + matched) : skipped;
    }
  }
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < height && j < width) {
    const matched = score(aFrom + i, bFrom + j);
    if (matched > 0 && at(i, j) === at(i + 1, j + 1) + matched) pairs.push([aFrom + i++, bFrom + j++]);
    else if (at(i, j) === at(i + 1, j)) i += 1;
    else j += 1;
  }
  return pairs;
}

function withUnpaired(pairs: readonly Pair[], lengthA: number, lengthB: number): AlignedPlaces[] {
  const aligned: AlignedPlaces[] = [];
  let [nextA, nextB] = [0, 0];
  for (const [a, b] of [...pairs, [lengthA, lengthB] as const]) {
    for (; nextA < a; nextA += 1) aligned.push({ a: nextA, b: null });
    for (; nextB < b; nextB += 1) aligned.push({ a: null, b: nextB });
    if (a < lengthA && b < lengthB) aligned.push({ a, b });
    [nextA, nextB] = [a + 1, b + 1];
  }
  return aligned;
}
