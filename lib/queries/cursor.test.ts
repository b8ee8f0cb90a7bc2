import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oneInteger, pageOf, readCursor, textAndInteger, twoIntegers, writeCursor } from "./cursor";
import { Refusal } from "./refusal";

const list = ["conversations", "-lastEventAt", { status: ["open"] }];
const integer = fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n });
const text = fc.string({ unit: "grapheme" }).filter((each) => !each.includes("\0"));
const forged = (change: object, of = list) => {
  const content = JSON.parse(Buffer.from(writeCursor(of, [1n, 2n]), "base64url").toString());
  return Buffer.from(JSON.stringify({ ...content, ...change })).toString("base64url");
};

describe("a cursor", () => {
  it("survives a round trip, at any size", () => {
    fc.assert(
      fc.property(integer, integer, text, (one, other, title) => {
        expect(readCursor(list, oneInteger, writeCursor(list, [one]))).toEqual([one]);
        expect(readCursor(list, twoIntegers, writeCursor(list, [one, other]))).toEqual([one, other]);
        expect(readCursor(list, textAndInteger, writeCursor(list, [title, one]))).toEqual([title, one]);
      }),
    );
  });

  it("is safe to use in a URL", () => {
    expect(writeCursor(list, ["größe/?&", 1n])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ["another list", ["conversations", "createdAt", { status: ["open"] }]],
    ["another filter", ["conversations", "-lastEventAt", { status: ["closed"] }]],
    ["a longer list", [...list, 1]],
  ])("is valid only for its own list: %s", (_, other) => {
    expect(readCursor(other, oneInteger, writeCursor(list, [1n]))).toMatchObject({
      code: "bad_request",
      parameter: "cursor",
      message: '"cursor" does not belong to this list, sort and filters.',
    });
  });

  it.each([
    ["nothing", ""],
    ["no Base64", "%"],
    ["no JSON", Buffer.from("{").toString("base64url")],
    ["null", Buffer.from("null").toString("base64url")],
    ["no place", forged({ at: undefined })],
    ["too short a place", forged({ at: ["1"] })],
    ["too long a place", forged({ at: ["1", "2", "3"] })],
    ["numbers", forged({ at: [1, 2] })],
    ["a fraction", forged({ at: ["1.5", "2"] })],
    ["nineteen digits", forged({ at: ["1", "9".repeat(19)] })],
    ["SQL", forged({ at: ["1", "2; DROP TABLE"] })],
    ["SQL before", forged({ at: ["1", "x 2"] })],
    ["no digits", forged({ at: ["1", "-"] })],
    ["more", forged({ more: true })],
  ])("is rejected if it contains %s", (_, cursor) => {
    expect(readCursor(list, twoIntegers, cursor)).toBeInstanceOf(Refusal);
  });

  it.each(["\ud800", "a\0b"])("is rejected if it contains a text that no database accepts: %j", (title) => {
    expect(readCursor(list, textAndInteger, forged({ at: [title, "1"] }))).toBeInstanceOf(Refusal);
  });
});

describe("a page of rows that were read with one extra", () => {
  const rows = [5n, 4n, 3n, 2n, 1n];
  const read = (after: bigint | null, limit: number) =>
    pageOf(list, { found: rows.filter((row) => after === null || row < after).slice(0, limit + 1), limit }, (row) => [
      row,
    ]);

  it.each([1, 2, 4, 5, 6])("of %i leads through all rows, and ends", (limit) => {
    const seen: bigint[] = [];
    let after: bigint | null = null;
    let pages = 0;
    for (let page = 0; page <= rows.length; page++) {
      pages += 1;
      const { rows: found, nextCursor } = read(after, limit);
      seen.push(...found);
      expect(found.length).toBe(Math.min(limit, rows.length - page * limit));
      if (nextCursor === null) break;
      const place = readCursor(list, oneInteger, nextCursor);
      after = place instanceof Refusal ? 0n : place[0];
    }
    expect(seen).toEqual(rows);
    expect(pages).toBe(Math.ceil(rows.length / limit));
  });

  it("is empty when nothing was found", () => {
    expect(read(0n, 2)).toEqual({ rows: [], nextCursor: null });
  });
});
