/** Fields of a local time. */
export interface Local {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

/** Converts between instants, in milliseconds since 1970, and the local times of a zone. */
export class Zone {
  readonly #format: Intl.DateTimeFormat;

  /** @param name any IANA name */
  constructor(name: string) {
    this.#format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      ...{ timeZone: name, hourCycle: "h23" },
      ...{ year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" },
    });
  }

  local(instant: number): Local {
    const parts = this.#format.formatToParts(instant).map(({ type, value }) => [type, Number(value)] as const);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = Object.fromEntries(parts);
    return { year, month, day, hour, minute, second };
  }

  /** The start of a local day; the first instant of the day if a daylight-saving change skips midnight. */
  startOfDay(year: number, month: number, day: number): number {
    const wanted = Date.UTC(year, month - 1, day);
    const candidates = [-1, 0, 1].map((days) => wanted - this.offset(wanted + days * 86_400_000));
    const found = candidates.filter((instant) => this.offset(instant) === wanted - instant);
    if (found.length > 0) return Math.min(...found);
    // Midnight does not exist: the day begins with the change, between the two candidates.
    let [before, after] = [Math.min(...candidates), Math.max(...candidates)];
    const isOfDay = (instant: number) => instant + this.offset(instant) >= wanted;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (isOfDay(middle)) after = middle;
      else before = middle;
    }
    return isOfDay(before) ? before : after;
  }

  /** Local time minus UTC, in milliseconds. */
  offset(instant: number): number {
    const { year, month, day, hour, minute, second } = this.local(instant);
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  }
}
