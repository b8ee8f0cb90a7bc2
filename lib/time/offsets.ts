import { Zone } from "./zone";

/** A zone's offset from UTC until an instant; null for the last one. Both in microseconds. */
export interface Offset {
  until: bigint | null;
  offset: bigint;
}

const week = 7 * 86_400_000;
/** Times before and after these have the offsets of their ends. */
const first = Date.UTC(2000, 0, 1);
const yearsAhead = 2;

const known = new Map<string, Offset[]>();

/** The offsets of a zone, one after another: it changes them with daylight saving time. */
export function offsetsOf(name: string): readonly Offset[] {
  const found = known.get(name) ?? findOffsets(new Zone(name));
  known.set(name, found);
  return found;
}

function findOffsets(zone: Zone): Offset[] {
  const end = Date.UTC(new Date().getUTCFullYear() + yearsAhead, 0, 1);
  const found: Offset[] = [];
  let current = zone.offset(first);
  // No zone keeps an offset for less than some weeks.
  for (let at = first; at < end; at += week) {
    const next = zone.offset(at + week);
    if (next === current) continue;
    found.push({ until: inMicroseconds(changeBetween(zone, at, at + week)), offset: inMicroseconds(current) });
    current = next;
  }
  return [...found, { until: null, offset: inMicroseconds(current) }];
}

/** The first instant with the offset that the zone has at `after`. */
function changeBetween(zone: Zone, before: number, after: number): number {
  const wanted = zone.offset(after);
  let [early, late] = [before, after];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (zone.offset(middle) === wanted) late = middle;
    else early = middle;
  }
  return late;
}

function inMicroseconds(milliseconds: number): bigint {
  return BigInt(milliseconds) * 1000n;
}
