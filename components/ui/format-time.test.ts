import { describe, expect, it } from "vitest";
import { exactTime, relativePhrase, relativeTime } from "./format-time";

const now = Date.UTC(2026, 0, 8, 12, 0, 0);
const earlier = (ms: number) => new Date(now - ms).toISOString().replace("Z", "000Z");
const minute = 60_000;

describe("relativeTime", () => {
  it.each([
    [0, "now", "just now"],
    [59_999, "now", "just now"],
    [-30_000, "now", "just now"],
    [minute, "1m", "1 min ago"],
    [-minute, "now", "just now"],
    [60 * minute - 1, "59m", "59 min ago"],
    [60 * minute, "1h", "1 hour ago"],
    [24 * 60 * minute - 1, "23h", "23 hours ago"],
    [24 * 60 * minute, "1d", "1 day ago"],
    [7 * 24 * 60 * minute - 1, "6d", "6 days ago"],
  ])("%i ms ago", (ms, short, phrase) => {
    expect(relativeTime(earlier(ms), now)).toBe(short);
    expect(relativePhrase(earlier(ms), now)).toBe(phrase);
  });

  it("is a date after a week, with the year unless it is the current one, and for future times", () => {
    expect(relativeTime(earlier(7 * 24 * 60 * minute), now)).toMatch(/^(31 Dec 2025|1 Jan)$/);
    expect(relativeTime(earlier(-minute - 1), now)).toMatch(/^\d+ Jan$/);
    expect(relativeTime(earlier(30 * 24 * 60 * minute), now)).toMatch(/^\d+ Dec 2025$/);
    expect(relativePhrase(earlier(7.1 * 24 * 60 * minute), now)).toMatch(/^on (31 Dec 2025|1 Jan)$/);
    expect(relativeTime(earlier(-48 * 60 * minute), now)).toMatch(/^\d+ Jan$/);
  });
});

it("exactTime includes its zone", () => {
  expect(exactTime("2026-01-08T12:00:00.000000Z")).toMatch(/2026.*(UTC|GMT|[A-Z]{3,})/);
});
