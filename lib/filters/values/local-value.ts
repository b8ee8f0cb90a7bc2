import type { ValueRead } from "@/lib/filters/kinds/filter-definition";
import { isZone } from "@/lib/time/is-zone";

/** A part of a local time as written in a filter: `mon`, `9@Europe/Berlin`. */
export interface LocalValue {
  /** The index among the possible parts. */
  place: number;
  zone: string;
}

/** Parses one of `parts`, in UTC unless a zone follows. */
export function readLocalValue(parts: readonly string[], text: string): LocalValue | null {
  const [written = "", zone = "UTC", ...rest] = text.trim().split("@");
  const place = parts.indexOf(written.toLowerCase());
  return place < 0 || rest.length > 0 || !isZone(zone) ? null : { place, zone };
}

export function writeLocalValue(part: string, zone: string): string {
  return zone === "UTC" ? part : `${part}@${zone}`;
}

/** The `read` of a filter with such values. */
export function localValueReader(parts: readonly string[], problem: string): (text: string) => ValueRead {
  return (text) => {
    const read = readLocalValue(parts, text);
    return read === null ? { problem } : { value: writeLocalValue(parts[read.place] ?? "", read.zone) };
  };
}
