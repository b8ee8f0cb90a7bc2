import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventOf } from "@/lib/testing/deliver";
import { readImport } from "./read-import";

const event = (second: number) => eventOf("note", { note: `n${second} [{é` }, `2024-01-01 10:00:0${second}`);
const events = [event(1), event(2), event(3)];
const lines = events.map((each) => JSON.stringify(each)).join("\n");
const indented = (value: unknown) => JSON.stringify(value, null, 2);

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function read(content: string | Uint8Array, size = 7) {
  const { lines: found, isResumable } = await readImport(chunksOf(Buffer.from(content as string), size));
  const values: unknown[] = [];
  const numbers: number[] = [];
  for await (const { bytes, number } of found) {
    const text = Buffer.from(bytes ?? []).toString();
    if (text.trim() === "") continue;
    values.push(JSON.parse(text.replace("\ufeff", "")));
    numbers.push(number);
  }
  return { values, numbers, isResumable };
}

describe("readImport", () => {
  const utf16 = (text: string) => Buffer.from(text, "utf16le");
  it.each([
    ["JSON Lines", lines, true],
    ["JSON Lines with a mark", `\ufeff${lines}`, true],
    ["JSON Lines of Windows", lines.replaceAll("\n", "\r\n"), true],
    ["JSON Lines in UTF-16", utf16(`\ufeff${lines.replaceAll("\n", "\r\n")}\r\n`), false],
    ["JSON Lines in UTF-16 without a mark", utf16(lines), false],
    ["JSON Lines in big-endian UTF-16", utf16(`\ufeff${lines}`).swap16(), false],
    ["JSON Lines in gzip", gzipSync(lines), false],
    ["UTF-16 in gzip", gzipSync(utf16(`\ufeff${lines}`)), false],
    [
      "gzip of several parts",
      Buffer.concat([gzipSync(`${lines.split("\n")[0]}\n`), gzipSync(lines.split("\n").slice(1).join("\n"))]),
      false,
    ],
    ["a list", JSON.stringify(events), false],
    ["a list over many lines", indented(events), false],
    ["a list with a mark", `\ufeff ${indented(events)}\n`, false],
    ["an indented list in UTF-16", utf16(`\ufeff${indented(events)}`), false],
    ["a list in gzip", gzipSync(indented(events)), false],
    ["indented values one after another", events.map(indented).join("\n"), false],
    [
      "values that are not indented",
      events.map((each) => JSON.stringify(each, null, 1).replaceAll(/^ +/gm, "")).join("\n"),
      false,
    ],
    [
      "a list that begins each line with a value",
      `[\n${events.map((each) => JSON.stringify(each)).join(",\n")}\n]`,
      false,
    ],
  ])("reads %s", async (_name, content, isResumable) => {
    for (const size of [1, 7, 100_000]) {
      expect(await read(content, size)).toMatchObject({ values: events, isResumable });
    }
  });

  it("reads an indented delivery as one, with line numbers", async () => {
    expect((await read(indented({ token: "x", events }))).values).toEqual([{ token: "x", events }]);
    expect((await read(`\n\n${indented(["a", 1, null, [[]], {}])}`)).numbers).toEqual([4, 5, 6, 7, 10]);
    expect((await read(indented(["a", 1, null, [[]], {}]))).values).toEqual(["a", 1, null, [[]], {}]);
    expect((await read("")).values).toEqual([]);
  });

  it("reads any list", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1 }), fc.constantFrom(0, 1, 4), async (values, space) => {
        const text = JSON.stringify(values, null, space);
        expect((await read(text)).values).toEqual(JSON.parse(text));
      }),
      { numRuns: 50 },
    );
  });

  it("returns truncated input as one line", async () => {
    const text = indented(events).slice(0, -30);
    const { lines: found } = await readImport(chunksOf(Buffer.from(text), 50));
    const all = [];
    for await (const line of found) all.push(Buffer.from(line.bytes ?? []).toString());
    expect(all).toHaveLength(3);
    expect(text.endsWith(all[2] ?? "?")).toBe(true);
  });

  it.each([
    ["key,title\r\n1,2\r\n", "a table such as CSV"],
    ["hello", "text that does not begin with JSON"],
    ["<?xml version='1.0'?>", "XML or HTML"],
    [Buffer.from("PK\u0003\u0004abc"), "a zip archive"],
    [Buffer.from("SQLite format 3\0abc"), "an SQLite database"],
    [Buffer.from([1, 2, 3, 0, 7, 8]), "binary"],
    [gzipSync("PK\u0003\u0004abc"), "a zip archive"],
  ])("rejects %s in one sentence", async (content, kind) => {
    await expect(read(content)).rejects.toThrow(`The file is ${kind}. Accepted are JSON Lines`);
  });

  it("reports truncated gzip", async () => {
    const packed = gzipSync(Buffer.from(`${lines}\n`.repeat(1000)));
    await expect(read(packed.subarray(0, -20), 100)).rejects.toThrow("The gzip file is damaged or incomplete");
  });
});
