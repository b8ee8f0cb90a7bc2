const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6})\d*)?)?(?:Z|([+ -])(\d{2}):?(\d{2}))?)?$/i;

const MICROSECONDS_A_DAY = 86_400_000_000n;

/**
 * Reads a moment from a filter: a date (`2023-09-01`, the whole UTC day), or a date and time with an offset; without one it
 * is UTC, as the platform's own timestamps are. A space stands for the `+` that a URL loses.
 *
 * @param edge which end of a whole day is meant
 * @returns microseconds since 1970, or null where the text is no moment
 */
export function readMoment(text: string, edge: "start" | "end"): bigint | null {
  const parts = SHAPE.exec(text.trim());
  if (parts === null) return null;
  const [
    ,
    year,
    month,
    day,
    hour = "00",
    minute = "00",
    second = "00",
    fraction = "",
    sign,
    offsetHours,
    offsetMinutes,
  ] = parts;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // An impossible day such as 31 June would roll over to the next month.
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return null;
  const micros = BigInt(date.getTime()) * 1000n + BigInt(fraction.padEnd(6, "0"));
  if (parts[4] === undefined) return edge === "start" ? micros : micros + MICROSECONDS_A_DAY - 1n;
  const offset = BigInt(Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * 60_000_000n;
  return sign === "-" ? micros + offset : micros - offset;
}
