import { describe, expect, it } from "vitest";
import { readMoment } from "./moment";

const micros = (iso: string) => BigInt(Date.parse(iso)) * 1000n;

describe("readMoment", () => {
  it("parses a date as the whole UTC day", () => {
    expect(readMoment("2023-09-01", "start")).toBe(micros("2023-09-01T00:00:00Z"));
    expect(readMoment("2023-09-01", "end")).toBe(micros("2023-09-02T00:00:00Z") - 1n);
  });

  it("keeps microseconds and parses a time without an offset as UTC", () => {
    expect(readMoment("2023-09-01 14:13:32.141788", "start")).toBe(micros("2023-09-01T14:13:32Z") + 141_788n);
    expect(readMoment("2023-09-01T14:13", "end")).toBe(micros("2023-09-01T14:13:00Z"));
  });

  it("parses offsets, also with a plus that a URL turned into a space", () => {
    const moment = micros("2023-09-01T08:28:00Z");
    expect(readMoment("2023-09-01T14:13+05:45", "start")).toBe(moment);
    expect(readMoment("2023-09-01T14:13 05:45", "start")).toBe(moment);
    expect(readMoment("2023-09-01T06:28:00-0200", "start")).toBe(moment);
    expect(readMoment(" 2023-09-01T14:13 0545 ", "start")).toBe(moment);
    expect(readMoment("2023-09-01T14:13:00.25 05:45", "start")).toBe(moment + 250_000n);
    expect(readMoment(" 2023-09-01 ", "end")).toBe(micros("2023-09-02T00:00:00Z") - 1n);
  });

  it.each([
    "",
    "yesterday",
    "2023-13-01",
    "2023-06-31",
    "2023-09-01T25:00",
    "1693577612",
    "2023-09-01T14",
    "2023-09-01T14:13 05:45 x",
  ])("rejects the ambiguous %j", (text) => expect(readMoment(text, "start")).toBeNull());
});
