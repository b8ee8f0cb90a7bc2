const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Formats a duration in at most two units: `14 s`, `3 min 50 s`, `1 h`, `2 d 3 h`. */
export function formatDuration(milliseconds: number): string {
  const length = Math.max(0, milliseconds);
  if (length < second) return length === 0 ? "0 s" : "< 1 s";
  if (length < minute) return `${Math.floor(length / second)} s`;
  if (length < hour) return twoUnits(length, minute, "min", second, "s");
  if (length < day) return twoUnits(length, hour, "h", minute, "min");
  return twoUnits(length, day, "d", hour, "h");
}

function twoUnits(length: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((length % large) / small);
  const head = `${Math.floor(length / large)} ${largeName}`;
  return rest === 0 ? head : `${head} ${rest} ${smallName}`;
}
