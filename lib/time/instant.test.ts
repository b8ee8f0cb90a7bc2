import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { fromIso, millisecondsBetween, now, parseTimestamp, toIso } from "./instant";

const iso = (text: string) => {
  const instant = parseTimestamp(text);
  return instant === null ? null : toIso(instant);
};

describe("parseTimestamp", () => {
  it.each([
    ["2023-09-01 14:13:32.141788", "2023-09-01T14:13:32.141788Z"],
    ["2023-09-01 14:13:32", "2023-09-01T14:13:32.000000Z"],
    ["2023-09-01T14:13:32.5", "2023-09-01T14:13:32.500000Z"],
    ["2023-09-01T14:13:32.141788999Z", "2023-09-01T14:13:32.141788Z"],
    ["2023-09-01t14:13:32z", "2023-09-01T14:13:32.000000Z"],
    ["2023-08-29T04:27:48.183000+00:00", "2023-08-29T04:27:48.183000Z"],
    ["2023-09-01 14:13:32+05:45", "2023-09-01T08:28:32.000000Z"],
    ["2023-09-01 14:13:32 -0330", "2023-09-01T17:43:32.000000Z"],
    ["2023-09-01 14:13:32+02", "2023-09-01T12:13:32.000000Z"],
    ["2023-09-01 14:13:32 UTC", "2023-09-01T14:13:32.000000Z"],
    ["2023-09-01", "2023-09-01T00:00:00.000000Z"],
    ["2024-02-29 00:00:00", "2024-02-29T00:00:00.000000Z"],
    ["0001-01-01 00:00:00", "0001-01-01T00:00:00.000000Z"],
    ["  1969-12-31 23:59:59.999999 ", "1969-12-31T23:59:59.999999Z"],
    ["2023-09-01 23:59:59.999999999", "2023-09-01T23:59:59.999999Z"],
    ["2023-09-01 14:13:32+23:59:59", "2023-08-31T14:13:33.000000Z"],
    ["2023-09-01 14:13:32-23:59:59", "2023-09-02T14:13:31.000000Z"],
    ["2023-09-01 14:13:32+000030", "2023-09-01T14:13:02.000000Z"],
    ["0000-01-01 00:00:00", "0000-01-01T00:00:00.000000Z"],
    ["9999-12-31 23:59:59.999999", "9999-12-31T23:59:59.999999Z"],
    ["0000-01-01 01:00:00+01:00", "0000-01-01T00:00:00.000000Z"],
  ])("parses %s as %s", (text, expected) => expect(iso(text)).toBe(expected));

  it.each([
    "",
    "yesterday",
    "1693577612",
    "2023-02-30 00:00:00",
    "2023-02-29 00:00:00",
    "2023-13-01 00:00:00",
    "2023-00-01 00:00:00",
    "2023-09-01 24:00:00",
    "2023-09-01 14:60:00",
    "2023-09-01 14:13:60",
    "2023-09-01 14:13:32+24:00",
    "2023-09-01 14:13:32+02:60",
    "2023-09-01 14:13:32 and more",
    "9999-12-31 23:59:59-01:00",
    "0000-01-01 00:59:59.999999+01:00",
    "2023-09-01 14:13:32+23:60",
    "2023-09-01 14:13:32+00:00:60",
    "2023-09-01 14:13:32-24:00",
    "2023-04-31 00:00:00",
    "20230901141332",
  ])("rejects %s", (text) => expect(parseTimestamp(text)).toBeNull());

  it("round-trips every instant through its text", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -62_167_219_200_000_000n, max: 253_402_300_799_999_999n }), (instant) => {
        expect(fromIso(toIso(instant))).toBe(instant);
        expect(parseTimestamp(toIso(instant).replace("T", " ").replace("Z", ""))).toBe(instant);
      }),
    );
  });

  it("orders texts as it orders instants", () => {
    const instant = fc.bigInt({ min: 0n, max: 253_402_300_799_999_999n });
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        expect(toIso(a) < toIso(b)).toBe(a < b);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTimestamp(text)));
  });
});

describe("durations", () => {
  it("keeps microseconds", () => {
    expect(millisecondsBetween("2023-09-01T14:13:32.141788Z", "2023-09-01T14:13:45.503552Z")).toBe(13361.764);
    expect(millisecondsBetween("2023-09-01T14:13:45.503552Z", "2023-09-01T14:13:32.141788Z")).toBe(-13361.764);
  });
});

it("has the current time in milliseconds", () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_693_577_612_141 });
  expect(toIso(now())).toBe("2023-09-01T14:13:32.141000Z");
  vi.useRealTimers();
});

it("formats years of four digits, and rejects others", () => {
  expect(toIso(-62_167_219_200_000_000n)).toBe("0000-01-01T00:00:00.000000Z");
  expect(toIso(253_402_300_799_999_999n)).toBe("9999-12-31T23:59:59.999999Z");
  expect(toIso(-1n)).toBe("1969-12-31T23:59:59.999999Z");
  expect(() => toIso(-62_167_219_200_000_001n)).toThrow("four-digit year for -62167219200000001 µs");
  expect(() => toIso(253_402_300_800_000_000n)).toThrow(RangeError);
});

it("throws on text that Playhead did not write", () => {
  expect(() => fromIso("soon")).toThrow(RangeError);
  expect(() => toIso(10n ** 18n)).toThrow(RangeError);
});
