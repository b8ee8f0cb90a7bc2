import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Zone } from "@/lib/time/zone";
import { intervalStarts, type intervals } from "./intervals";
import { readPeriodMoment } from "./period";
import { wilson } from "./statistics";

const micros = (iso: string) => BigInt(Date.parse(iso)) * 1000n;
const isoOf = (instant: bigint) => new Date(Number(instant / 1000n)).toISOString();

describe("intervals in a zone", () => {
  it.each<[tz: string, interval: (typeof intervals)[number], from: string, to: string, starts: string[]]>([
    ["UTC", "day", "2024-01-30T12:00Z", "2024-02-01T00:00Z", ["2024-01-30T00:00", "2024-01-31T00:00"]],
    ["Asia/Kathmandu", "day", "2024-01-30T20:00Z", "2024-02-01T00:00Z", ["2024-01-30T18:15", "2024-01-31T18:15"]],
    // Clocks go forward at 2:00 and back at 3:00.
    ["Europe/Berlin", "day", "2024-03-31T00:00Z", "2024-04-01T00:00Z", ["2024-03-30T23:00", "2024-03-31T22:00"]],
    ["Europe/Berlin", "day", "2024-10-27T00:00Z", "2024-10-28T00:00Z", ["2024-10-26T22:00", "2024-10-27T23:00"]],
    ["Europe/Berlin", "hour", "2024-10-27T00:00Z", "2024-10-27T02:00Z", ["2024-10-27T00:00", "2024-10-27T01:00"]],
    // Half an hour, at 2:00.
    ["Australia/Lord_Howe", "day", "2024-04-06T14:00Z", "2024-04-08T00:00Z", ["2024-04-06T13:00", "2024-04-07T13:30"]],
    ["Australia/Lord_Howe", "day", "2024-10-05T14:00Z", "2024-10-07T00:00Z", ["2024-10-05T13:30", "2024-10-06T13:00"]],
    ["Australia/Lord_Howe", "hour", "2024-04-06T14:00Z", "2024-04-06T16:00Z", ["2024-04-06T14:00", "2024-04-06T15:30"]],
    // Back one hour during Ramadan.
    ["Africa/Casablanca", "day", "2024-03-10T00:00Z", "2024-03-11T12:00Z", ["2024-03-09T23:00", "2024-03-11T00:00"]],
    ["Africa/Casablanca", "day", "2024-04-14T00:00Z", "2024-04-15T12:00Z", ["2024-04-14T00:00", "2024-04-14T23:00"]],
    // Midnight does not exist: the day begins at 1:00.
    ["Africa/Cairo", "day", "2024-04-25T12:00Z", "2024-04-26T12:00Z", ["2024-04-24T22:00", "2024-04-25T22:00"]],
    ["Europe/Berlin", "week", "2024-01-03T00:00Z", "2024-01-09T00:00Z", ["2023-12-31T23:00", "2024-01-07T23:00"]],
    [
      "Europe/Berlin",
      "month",
      "2024-02-29T00:00Z",
      "2024-04-01T00:00Z",
      ["2024-01-31T23:00", "2024-02-29T23:00", "2024-03-31T22:00"],
    ],
  ])("%s by %s from %s to %s", (tz, interval, from, to, starts) => {
    const found = intervalStarts({ from: micros(from), to: micros(to), tz }, interval, 100);
    expect(found?.map(isoOf)).toEqual(starts.map((start) => `${start}:00.000Z`));
  });

  it("begin at the start of a local day, in any zone", () => {
    const zones = ["Asia/Kathmandu", "Africa/Casablanca", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo"];
    const times = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2030, 0) });
    fc.assert(
      fc.property(times, fc.constantFrom(...zones), fc.constantFrom("day", "week", "month"), (at, tz, interval) => {
        const [from, to] = [BigInt(at) * 1000n, BigInt(at + 70 * 86_400_000) * 1000n];
        const starts = intervalStarts({ from, to, tz }, interval, 100) ?? [];
        const dateOf = (instant: number) => new Intl.DateTimeFormat("en-CA", { timeZone: tz }).format(instant);
        expect(starts[0]).toBeLessThanOrEqual(from);
        for (const [place, start] of starts.entries()) {
          const instant = Number(start / 1000n);
          expect(dateOf(instant - 1)).not.toBe(dateOf(instant));
          if (place > 0) expect(start).toBeGreaterThan(starts[place - 1] ?? start);
        }
        expect((starts.at(-1) ?? to) < to).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("are not more than asked for", () => {
    expect(intervalStarts({ from: 0n, to: micros("2024-01-01"), tz: "UTC" }, "hour", 1000)).toBeNull();
  });
});

describe("the start and end of a period", () => {
  const now = micros("2024-02-10T12:00:00Z");
  it.each<[string, string | null]>([
    ["now", "2024-02-10T12:00:00.000Z"],
    ["7d", "2024-02-03T12:00:00.000Z"],
    ["36h", "2024-02-09T00:00:00.000Z"],
    ["2024-01-31", "2024-01-30T18:15:00.000Z"],
    ["2024-01-31T09:00:00Z", "2024-01-31T09:00:00.000Z"],
    ["2024-01-31T09:00:00+05:45", "2024-01-31T03:15:00.000Z"],
    ["2024-02-31", null],
    [">5m", null],
    ["soon", null],
    ["", null],
  ])("%s", (text, expected) => {
    const found = readPeriodMoment(text, now, "Asia/Kathmandu");
    expect(found === null ? null : isoOf(found)).toBe(expected);
  });
});

it("converts to local times", () => {
  expect(new Zone("Asia/Kathmandu").local(Date.UTC(2024, 0, 31, 20, 30, 15))).toEqual({
    ...{ year: 2024, month: 2, day: 1, hour: 2, minute: 15, second: 15 },
  });
});

it("computes Wilson's interval", () => {
  const [low, high] = wilson(8, 10);
  expect(low).toBeCloseTo(0.490162, 5);
  expect(high).toBeCloseTo(0.943318, 5);
  expect(wilson(0, 10)[0]).toBe(0);
  expect(wilson(10, 10)[1]).toBeCloseTo(1, 12);
});
