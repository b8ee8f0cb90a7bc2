import { describe, expect, it } from "vitest";
import { timeFormat } from "./time-format";

const instant = "2026-01-08T20:30:05.141788Z";

describe("timeFormat", () => {
  it("writes times in the reader's zone with the exact one behind", () => {
    const format = timeFormat("local", null, "Asia/Kathmandu");
    expect(format.clock(instant)).toBe("02:15:05");
    expect(format.day(instant)).toMatch(/^Friday,? 9 January 2026$/);
    expect(format.dayKey(instant)).toBe("2026-01-09");
    expect(format.exact(instant)).toBe("9 Jan 2026, 02:15:05.141788 GMT+5:45");
  });

  it("writes UTC and time since the start whatever the zone", () => {
    expect(timeFormat("utc", null, "Asia/Kathmandu").clock(instant)).toBe("20:30:05");
    expect(timeFormat("elapsed", "2026-01-08T20:28:02.141788Z", "UTC").clock(instant)).toBe("+2 min 3 s");
  });

  it("tells days apart on both sides of midnight", () => {
    const { dayKey } = timeFormat("utc", null);
    expect([dayKey("2026-01-08T23:59:59.999999Z"), dayKey("2026-01-09T00:00:00.000000Z")]).toEqual([
      "2026-01-08",
      "2026-01-09",
    ]);
  });
});
