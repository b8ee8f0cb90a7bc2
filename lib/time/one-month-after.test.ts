import { expect, it } from "vitest";
import { fromIso, toIso } from "./instant";
import { oneMonthAfter } from "./one-month-after";

it.each([
  ["2026-11-30T09:15:00.000123Z", "2026-12-30T09:15:00.000123Z"],
  ["2026-12-31T23:59:59.999999Z", "2027-01-31T23:59:59.999999Z"],
  ["2027-01-31T00:00:00.000000Z", "2027-02-28T00:00:00.000000Z"],
  ["2028-01-30T00:00:00.000000Z", "2028-02-29T00:00:00.000000Z"],
  ["2026-08-31T12:00:00.000000Z", "2026-09-30T12:00:00.000000Z"],
])("a month after %s is %s", (from, to) => {
  expect(toIso(oneMonthAfter(fromIso(from)))).toBe(to);
});
