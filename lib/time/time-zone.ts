import { isZone } from "./is-zone";

const named = /\b[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+/;
const offset = /(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?\b/i;

/**
 * The time zone in a text, as `Intl` accepts it: `Asia/Calcutta`, `(GMT+05:30) Asia/Calcutta`, `UTC`, `GMT+5:30`, `-0800`. Null
 * if there is none or it is unknown.
 */
export function readTimeZone(text: unknown): string | null {
  if (typeof text !== "string" || text.length > 100) return null;
  const name = named.exec(text)?.[0];
  if (name !== undefined && isZone(name)) return name;
  const [, sign, hours = "", minutes = "00"] = offset.exec(text) ?? [];
  if (sign !== undefined) return known(`${sign}${hours.padStart(2, "0")}:${minutes}`);
  return known(text.trim());
}

function known(zone: string): string | null {
  return isZone(zone) ? zone : null;
}
