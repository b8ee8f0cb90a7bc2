import { expect, it } from "vitest";
import { toIso } from "./instant";
import { parseUnixTime } from "./unix-time";

it.each([
  [1693577612, "2023-09-01T14:13:32.000000Z"],
  ["1693577612", "2023-09-01T14:13:32.000000Z"],
  [1693577612.141788, "2023-09-01T14:13:32.141788Z"],
  ["1693577612.1417889", "2023-09-01T14:13:32.141788Z"],
  [1693577612141, "2023-09-01T14:13:32.141000Z"],
  [1693577612141.5, "2023-09-01T14:13:32.141500Z"],
  [1693577612141788, "2023-09-01T14:13:32.141788Z"],
  [" 100000000 ", "1973-03-03T09:46:40.000000Z"],
  [9999999999, "2286-11-20T17:46:39.000000Z"],
])("reads %j as %s", (sent, expected) => {
  const instant = parseUnixTime(sent);
  expect(instant === null ? null : toIso(instant)).toBe(expected);
});

it.each([
  0,
  5,
  -1693577612,
  20230901,
  "20230901141332",
  1e300,
  Number.NaN,
  "",
  "1693577612 s",
  "0x64F1F08C",
  "01693577612",
])("refuses %j", (sent) => expect(parseUnixTime(sent)).toBeNull());
