import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toIso } from "./instant";
import { readSentTime } from "./sent-time";

const iso = (sent: string | number) => {
  const instant = readSentTime(sent);
  return instant === null ? null : toIso(instant).replace(".000000", "");
};
const usual = "2023-09-01T14:13:32Z";
const exact = "2023-09-01T14:13:32.141788Z";

describe("readSentTime", () => {
  it.each([
    ["2023-09-01 14:13:32.141788", exact],
    ["2023-09-01T14:13:32.141788Z", exact],
    ["2023-09-01T16:13:32.141788+02:00", exact],
    ["2023-09-01T16:13:32.141788+02:00[Europe/Berlin]", exact],
    ["2023-09-01 14:13:32.141788 +0000 UTC", exact],
    ["20230901T141332.141788Z", exact],
    ["20230901T161332+0200", usual],
    ["2023/09/01 14:13:32", usual],
    ["2023/9/1", "2023-09-01T00:00:00Z"],
    ["Fri, 01 Sep 2023 14:13:32 GMT", usual],
    ["Fri, 1 Sep 2023 16:13:32 +0200", usual],
    ["1 Sep 2023 14:13:32 -0000", usual],
    ["Fri, 01 Sep 2023 09:13:32 CDT", usual],
    ["fri, 01 sep 2023 14:13 ut", "2023-09-01T14:13:00Z"],
    ["Fri, 01 Sep 23 14:13:32 GMT", usual],
    ["Fri, 01 Sep 2023 14:13:32 +0000 (UTC)", usual],
    ["Friday, 01-Sep-23 14:13:32 GMT", usual],
    ["Fri Sep  1 14:13:32 2023", usual],
    ["Fri Sep  1 14:13:32 UTC 2023", usual],
    ["Fri Sep 01 2023 16:13:32 GMT+0200 (Central European Summer Time)", usual],
    ["September 1, 2023 2:13:32 PM", usual],
    ["Sep 1, 2023, 2:13:32 p.m.", usual],
    ["1 September 2023", "2023-09-01T00:00:00Z"],
    ["13/09/2023 14:13:32", "2023-09-13T14:13:32Z"],
    ["9/13/2023, 2:13:32 PM", "2023-09-13T14:13:32Z"],
    ["09/09/2023", "2023-09-09T00:00:00Z"],
    ["01.09.2023 14:13:32", usual],
    ["12/31/2023 12:00 AM", "2023-12-31T00:00:00Z"],
    [1693577612, usual],
    ["1693577612", usual],
    [1693577612.141788, exact],
    ["1693577612.141788", exact],
    ["1693577612.0", usual],
    [1693577612141, "2023-09-01T14:13:32.141000Z"],
    ["1693577612141", "2023-09-01T14:13:32.141000Z"],
    [1693577612141788, exact],
    ["1693577612141788", exact],
    ["1693577612141788123", exact],
    ["1.693577612141788E9", exact],
    ["1.693577612e+12", "2023-09-01T14:13:32Z"],
    ["/Date(1693577612141)/", "2023-09-01T14:13:32.141000Z"],
    ["/Date(1693577612141+0200)/", "2023-09-01T14:13:32.141000Z"],
    ["  Fri, 01 Sep 2023 14:13:32 GMT  ", usual],
    ["12/13/2023 12:00 PM", "2023-12-13T12:00:00Z"],
    ["13/12/2023 1:00 AM", "2023-12-13T01:00:00Z"],
    ["12/12/2023 1:00 pm", "2023-12-12T13:00:00Z"],
    ["1 Sep 49 14:13", "2049-09-01T14:13:00Z"],
    ["1 Sep 50", "1950-09-01T00:00:00Z"],
    ["1 Jan 00", "2000-01-01T00:00:00Z"],
    ["1 Dec 2023", "2023-12-01T00:00:00Z"],
    ["1 January 2023", "2023-01-01T00:00:00Z"],
    ["1 Sept 2023", "2023-09-01T00:00:00Z"],
    ["1 Sep 2023 14:13:32.141788 GMT", exact],
    ["1 Sep 2023 14:13:32,141788 EDT", "2023-09-01T18:13:32.141788Z"],
    [`${"1 Sep 2023 14:13:32 GMT ("}${"x".repeat(74)})`, usual],
  ])("parses %s as %s", (sent, expected) => expect(iso(sent)).toBe(expected));

  it.each([
    "",
    "yesterday",
    "01/09/2023 14:13:32",
    "1/2/2023",
    "31/02/2023",
    "Fri, 31 Feb 2023 14:13:32 GMT",
    "Fri, 01 Sop 2023 14:13:32 GMT",
    "Fri, 01 Sepx 2023 14:13:32 GMT",
    "Fri, 01 Sep 2023 14:13:32 IST",
    "Fri, 01 Sep 2023 24:13:32 GMT",
    "Fri, 01 Sep 2023 13:13:32 PM GMT",
    "Fri, 01 Sep 2023 0:13:32 PM GMT",
    "13/14/2023",
    "12/1/2023",
    "1/12/2023",
    "1 Septem 2023 x",
    "1 Se 2023",
    "1 Xyz 2023",
    `${"1 Sep 2023 14:13:32 GMT ("}${"x".repeat(75)})`,
    "20230901141332",
    "2023/09-01",
    "7",
    "1e400",
    "1.5e3",
    `Fri, 01 Sep 2023 14:13:32 GMT${" ".repeat(200)}x`,
  ])("rejects %s", (sent) => expect(readSentTime(sent)).toBeNull());

  it("parses what Date prints, to the second", () => {
    // Before 1973, zone offsets had seconds, which Date does not print.
    const date = fc.date({ min: new Date("1973-01-01"), max: new Date("9999-12-30"), noInvalidDate: true });
    fc.assert(
      fc.property(date, (each) => {
        const expected = `${each.toISOString().slice(0, 19)}Z`;
        expect(iso(each.toUTCString())).toBe(expected);
        expect(iso(each.toString())).toBe(expected);
      }),
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.date().map(String)), (sent) => void readSentTime(sent)),
    );
  });
});
