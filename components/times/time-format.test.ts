import { describe, expect, it } from "vitest";
import { timeFormat } from "./time-format";

const instant = "2026-01-08T20:30:05.141788Z";

describe("timeFormat", () => {
  it("formats times in the reader's zone with the exact time", () => {
    const format = timeFormat("local", { start: null, readerZone: "Asia/Kathmandu" });
    expect(format.clock(instant)).toBe("02:15:05");
    expect(format.day(instant)).toMatch(/^Friday,? 9 January 2026$/);
    expect(format.dayKey(instant)).toBe("2026-01-09");
    expect(format.exact(instant)).toBe("9 Jan 2026, 02:15:05.141788 GMT+5:45");
  });

  it("formats UTC and elapsed time in any zone", () => {
    expect(timeFormat("utc", { start: null, readerZone: "Asia/Kathmandu" }).clock(instant)).toBe("20:30:05");
    expect(timeFormat("elapsed", { start: "2026-01-08T20:28:02.141788Z" }).clock(instant)).toBe("+2 min 3 s");
  });

  it("separates days at midnight", () => {
    const { dayKey } = timeFormat("utc", { start: null });
    expect([dayKey("2026-01-08T23:59:59.999999Z"), dayKey("2026-01-09T00:00:00.000000Z")]).toEqual([
      "2026-01-08",
      "2026-01-09",
    ]);
  });

  it.each([
    // UTC+5:45: midnight is at 18:15 UTC.
    ["Asia/Kathmandu", "2026-01-08T18:14:59.999999Z", "2026-01-08T18:15:00.000000Z"],
    // UTC+8:45: midnight is at 15:15 UTC.
    ["Australia/Eucla", "2026-01-08T15:14:59.999999Z", "2026-01-08T15:15:00.000000Z"],
    // UTC−9:30: midnight is at 09:30 UTC.
    ["Pacific/Marquesas", "2026-01-09T09:29:59.999999Z", "2026-01-09T09:30:00.000000Z"],
  ])("starts the ninth at midnight in %s", (readerZone, before, after) => {
    const { dayKey } = timeFormat("local", { start: null, readerZone });
    expect([dayKey(before), dayKey(after)]).toEqual(["2026-01-08", "2026-01-09"]);
  });

  it("formats the visitor's time, and reports an unknown zone", () => {
    const sources = { start: null, readerZone: "Asia/Kathmandu" };
    const known = timeFormat("visitor", { ...sources, visitorZone: "(GMT+09:00) Asia/Tokyo" });
    expect(known.clock(instant)).toBe("05:30:05");
    expect(known.exact(instant)).toBe("9 Jan 2026, 05:30:05.141788 GMT+9");
    expect(known).toMatchObject({ zoneNote: "the visitor’s time, Asia/Tokyo", noVisitorZone: null });
    const missing = timeFormat("visitor", sources);
    expect(missing.clock(instant)).toBe("02:15:05");
    expect(missing.zoneNote).toBe("your time: the visitor’s time zone is unknown");
    expect(timeFormat("local", { ...sources, visitorZone: "Mars" }).noVisitorZone).toBe(
      "“Mars” is not a known time zone",
    );
  });

  it("counts back from now", () => {
    const now = Date.parse("2026-01-11T22:30:06Z");
    const format = timeFormat("relative", { start: null, now, readerZone: "Asia/Kathmandu" });
    expect([format.clock(instant), format.shortClock(instant)]).toEqual(["3 d 2 h ago", "3 d"]);
    expect(format.exact(instant)).toBe("9 Jan 2026, 02:15:05.141788 GMT+5:45");
  });
});
