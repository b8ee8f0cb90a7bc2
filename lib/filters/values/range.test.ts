import { describe, expect, it } from "vitest";
import { fromIso, toIso } from "@/lib/time/instant";
import { type Range, readCountRange, readDurationRange, readMomentRange, writeDurationRange } from "./range";

const now = fromIso("2024-03-01T10:30:00.000000Z");
const ends = (range: Range | null) => range && [range.from, range.to].map((end) => (end === null ? null : toIso(end)));

describe("a range of moments", () => {
  it.each([
    ["2024-02-29", "2024-02-29T00:00:00.000000Z", "2024-02-29T23:59:59.999999Z"],
    ["2024-01-01..2024-01-31", "2024-01-01T00:00:00.000000Z", "2024-01-31T23:59:59.999999Z"],
    [
      "2024-01-01T10:00:00.5 .. 2024-01-01T12:00:00+02:00",
      "2024-01-01T10:00:00.500000Z",
      "2024-01-01T10:00:00.000000Z",
    ],
    ["2024-01-01..", "2024-01-01T00:00:00.000000Z", null],
    ["..2024-01-01", null, "2024-01-01T23:59:59.999999Z"],
    [">=2024-01-01", "2024-01-01T00:00:00.000000Z", null],
    ["> 2024-01-01", "2024-01-02T00:00:00.000000Z", null],
    ["<2024-01-01", null, "2023-12-31T23:59:59.999999Z"],
    ["<=2024-01-01", null, "2024-01-01T23:59:59.999999Z"],
    ["7d", "2024-02-23T10:30:00.000000Z", null],
    ["24H", "2024-02-29T10:30:00.000000Z", null],
    [" 7d ", "2024-02-23T10:30:00.000000Z", null],
    ["10w", "2023-12-22T10:30:00.000000Z", null],
    ["1d12h", "2024-02-28T22:30:00.000000Z", null],
    ["30d..7d", "2024-01-31T10:30:00.000000Z", "2024-02-23T10:30:00.000000Z"],
    ["today", "2024-03-01T00:00:00.000000Z", "2024-03-01T23:59:59.999999Z"],
    ["Yesterday", "2024-02-29T00:00:00.000000Z", "2024-02-29T23:59:59.999999Z"],
    ["yesterday..", "2024-02-29T00:00:00.000000Z", null],
  ])("%s", (text, from, to) => {
    const isEmpty = from !== null && to !== null && from > to;
    expect(ends(readMomentRange(text, now))).toEqual(isEmpty ? null : [from, to]);
  });

  it.each(["", "..", "soon", "2024-02-30", "2024-01-02..2024-01-01", ">7d", "7", "d", "1000000d", "7d..soon"])(
    "is not %s",
    (text) => expect(readMomentRange(text, now)).toBeNull(),
  );
});

it.each([
  ["10", 10n, 10n],
  [">10", 11n, null],
  [">=10", 10n, null],
  ["<5", null, 4n],
  ["5..20", 5n, 20n],
  ["..20", null, 20n],
  ["<=5", null, 5n],
  ["5..", 5n, null],
  ["5..5", 5n, 5n],
  [" 10 ", 10n, 10n],
  ["> 10", 11n, null],
  ["999999999", 999_999_999n, 999_999_999n],
])("parses the counts %s", (text, from, to) => expect(readCountRange(text)).toEqual({ from, to }));

it.each(["", "..", "-1", "1.5", "20..5", "ten", "1e3", "1000000000", "5..x", "x..5", ">", ">x", "=5", "x>5"])(
  "rejects the counts %s",
  (text) => expect(readCountRange(text)).toBeNull(),
);

it.each([
  ["<1h", null, 3_599_999_999n],
  [">=1m30s", 90_000_000n, null],
  ["10m..2h", 600_000_000n, 7_200_000_000n],
  ["0..1w", 0n, 604_800_000_000n],
  ["<=1w2d3h4m5s", null, 788_645_000_000n],
  [">999999s", 999_999_000_001n, null],
])("parses the durations %s", (text, from, to) => expect(readDurationRange(text)).toEqual({ from, to }));

it.each(["", "90", "1h..1m", "30m1h", "-1h", "<1000000s", "1h x", "x1h", "00..1h"])(
  "rejects the durations %s",
  (text) => expect(readDurationRange(text)).toBeNull(),
);

it.each<[text: string, from: bigint | null, to: bigint | null]>([
  [">=10s", 10_000_000n, null],
  [">10s", 10_000_001n, null],
  ["<10s", null, 9_999_999n],
  ["<=10s", null, 10_000_000n],
  ["10s..30s", 10_000_000n, 30_000_000n],
  [">10s..<30s", 10_000_001n, 29_999_999n],
  ["0s..<10s", 0n, 9_999_999n],
  ["1h30m..4w2d", 5_400_000_000n, 2_592_000_000_000n],
])("writes and parses a range of durations: %s", (text, from, to) => {
  expect(writeDurationRange({ from, to })).toBe(text);
  expect(readDurationRange(text)).toEqual({ from, to });
});
