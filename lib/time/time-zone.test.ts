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
  ["Nowhere/Atall", null],
  ["", null],
  ["None", null],
  ["+99:99", null],
  [null, null],
  [330, null],
])("reads %j as %j", (text, zone) => expect(readTimeZone(text)).toBe(zone));
