import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { cutEvents } from "./cut-events";
import type { NewDelivery } from "./new-delivery";

const event = (text: string) => JSON.stringify(eventOf("note", { note: text }, "2024-01-01 00:00:00"));
const [a, b, c] = [event("a"), event("b, [é]"), event("c")] as [string, string, string];

function cut(body: string | Buffer, ...places: number[]): string | null {
  return cutFrom(deliveryOf(body), (place) => places.includes(place));
}

function cutFrom({ body, events, quarantined }: NewDelivery, isCut: (place: number) => boolean): string | null {
  const bytes = cutEvents(body, {
    cut: events.filter((_, place) => isCut(place)),
    kept: events.filter((_, place) => !isCut(place)),
    quarantined,
  });
  return bytes === null ? null : Buffer.from(bytes).toString();
}

describe("cutEvents", () => {
  it("keeps the other events byte for byte", () => {
    const body = `\ufeff{"token": "****",\n "events": [ ${a} , ${b},${c} ]}`;
    expect(cut(body, 0)).toBe(`\ufeff{"token": "****",\n "events": [ ${b},${c} ]}`);
    expect(cut(body, 1)).toBe(`\ufeff{"token": "****",\n "events": [ ${a} , ${c} ]}`);
    expect(cut(body, 2)).toBe(`\ufeff{"token": "****",\n "events": [ ${a} , ${b} ]}`);
    expect(cut(body, 1, 2)).toBe(`\ufeff{"token": "****",\n "events": [ ${a}  ]}`);
    expect(cut(body, 0, 1, 2)).toBe(`\ufeff{"token": "****",\n "events": [  ]}`);
  });

  it("cuts events out of lists, lines and single events", () => {
    expect(cut(`[${a},${b}]`, 0)).toBe(`[${b}]`);
    expect(cut(`[{"events":[${a}]},{"events":[${b},${c}]}]`, 0, 2)).toBe(`[{"events":[]},{"events":[${b}]}]`);
    expect(cut(`${a}\n${b}\n`, 1)).toBe(`${a}\n\n`);
    expect(cut(a, 0)).toBe("");
  });

  it("keeps quarantined events", () => {
    expect(cut(`{"events":[{"bad":"$&"},${a}]}`, 0)).toBe(`{"events":[{"bad":"$&"}]}`);
  });

  it("returns null if something else would remain, or the body has another form", () => {
    expect(cut(`{"name":"Priya","events":[${a}]}`, 0)).toBeNull();
    expect(cut(`{"events":[${b}],"events":[${a}]}`, 0)).toBeNull();
    expect(cut(JSON.stringify(`{"events":[${a}]}`), 0)).toBeNull();
    expect(cut(new URLSearchParams({ token: "x", events: `[${a}]` }).toString(), 0)).toBeNull();
    expect(cut(Buffer.from(`{"events":[${a}]}`, "utf16le"), 0)).toBeNull();
    const manyBad = Array.from({ length: 101 }, (_, place) => `{"bad":${place}}`);
    expect(cut(`{"events":[${[...manyBad, a].join(",")}]}`, 0)).toBeNull();
  });

  it("leaves a body with exactly the other events", () => {
    const texts = fc.array(fc.record({ text: fc.string(), isCut: fc.boolean() }), { minLength: 1, maxLength: 8 });
    const space = fc.constantFrom("", " ", "\n  ");
    fc.assert(
      fc.property(texts, space, space, (items, before, after) => {
        const own = items.map(({ text }, place) => event(`${place} ${text}`));
        const body = `{"events":[${before}${own.join(`${before},${after}`)}${after}]}`;
        const rest = cutFrom(deliveryOf(body), (place) => items[place]?.isCut === true) ?? "";
        const expected = own.filter((_, place) => items[place]?.isCut === false);
        expect(deliveryOf(rest).events.map(({ raw }) => raw)).toEqual(expected);
        expect(JSON.parse(rest)).toEqual({ events: expected.map((text) => JSON.parse(text)) });
      }),
    );
  });
});
