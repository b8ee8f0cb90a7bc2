import { expect, it } from "vitest";
import { readTimeZone } from "./time-zone";

it.each([
  ["Asia/Calcutta", "Asia/Calcutta"],
  ["(GMT+05:30) Asia/Calcutta", "Asia/Calcutta"],
  ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["UTC", "UTC"],
  ["GMT+5:30", "+05:30"],
  ["-0800", "-08:00"],
  ["UTC+9", "+09:00"],
  ["utc", "utc"],
  ["GMT+5", "+05:00"],
  ["UTC -3:30", "-03:30"],
  ["Nowhere/Atall (GMT+1)", "+01:00"],
  ["  Europe/Berlin  ", "Europe/Berlin"],
  [" EST ", "EST"],
  [`Asia/Calcutta${" ".repeat(87)}`, "Asia/Calcutta"],
  [`Asia/Calcutta${" ".repeat(88)}`, null],
  ["Nowhere/Atall", null],
  ["", null],
  ["None", null],
  ["+99:99", null],
  [null, null],
  [330, null],
])("parses %j as %j", (text, zone) => expect(readTimeZone(text)).toBe(zone));
