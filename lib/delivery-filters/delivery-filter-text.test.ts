import { describe, expect, it } from "vitest";
import { readDeliveryText, writeDeliveryTerm } from "./delivery-filter-text";
import {
  deliveryFilterKeys,
  deliveryFilterOf,
  noDeliveryFilters,
  withDeliveryValue,
  writeDeliveryFilters,
} from "./delivery-filters";
import { readDeliveryFilters } from "./read-delivery-filters";

const read = (text: string) => readDeliveryText(text, noDeliveryFilters, () => true);

describe("the search box of deliveries", () => {
  it.each([
    ["status:400", "status=400"],
    ["type:message type:form.response", "type=message&type=form.response"],
    ['token-place:"header authorization"', "tokenPlace=header+authorization"],
    ["size:>10kb", "size=%3E10kb"],
    ["size>=1.5mb", "size=%3E%3D1.5mb"],
    ["from:2026-01-08 to:2026-01-09", "from=2026-01-08&to=2026-01-09"],
  ])("reads %s", (text, parameters) => {
    const { filters, words, rest, problems } = read(text);
    expect(writeDeliveryFilters(filters).toString()).toBe(parameters);
    expect([words, rest, problems]).toEqual([null, "", []]);
  });

  it("treats all other words as one text", () => {
    expect(read('Priya status:200 "Sandhu Rao" 10:30')).toMatchObject({
      words: "Priya Sandhu Rao 10:30",
      rest: 'Priya "Sandhu Rao" 10:30',
      filters: { status: ["200"] },
    });
  });

  it("leaves what is still being typed in the box", () => {
    expect(readDeliveryText("status:40", noDeliveryFilters, () => false)).toMatchObject({
      filters: noDeliveryFilters,
      rest: "status:40",
    });
  });

  it.each([
    ["status:404", /must be "200" or "400"/],
    ["statsu:400", /Unknown filter "statsu"/, "status:400"],
    ["-status:400", /can't be negated/],
    ["status>400", /doesn't support >/],
    ["size:big", /must be a comparison/],
    ["type:", /needs a value, such as type:message/],
  ])("reports what is wrong with %s", (text, message, suggestion?: string) => {
    const [problem] = read(text).problems;
    expect(problem?.message).toMatch(message);
    if (suggestion) expect(problem?.suggestion).toBe(suggestion);
    expect(read(text).rest).toBe(text);
  });

  it("reads what it writes, as the URL does", () => {
    for (const key of deliveryFilterKeys.filter((one) => one !== "q")) {
      const [value = "2026-01-08"] = deliveryFilterOf(key).values ?? [];
      const filters = withDeliveryValue(noDeliveryFilters, key, value);
      expect(read(writeDeliveryTerm(key, value)).filters).toEqual(filters);
      expect(readDeliveryFilters(writeDeliveryFilters(filters))).toEqual({ filters, ignored: [] });
    }
    expect(readDeliveryFilters(new URLSearchParams("status=500&size=1")).ignored).toEqual([
      'status=500 must be "200" or "400"',
    ]);
  });
});
