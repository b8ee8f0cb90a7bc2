import { describe, expect, it } from "vitest";
import { type TextEncoding, textOf } from "./text-of";

const text = '{"größe":"😀"}';
const swapped = (value: string) => Buffer.from(value, "utf16le").swap16();
const cases: [name: string, bytes: Uint8Array, encoding: TextEncoding, markLength: number][] = [
  ["UTF-8", Buffer.from(text), "utf-8", 0],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`), "utf-8", 3],
  ["UTF-16 with a mark", Buffer.from(`\ufeff${text}`, "utf16le"), "utf-16le", 2],
  ["UTF-16 the other way round, with a mark", swapped(`\ufeff${text}`), "utf-16be", 2],
  ["UTF-16", Buffer.from(text, "utf16le"), "utf-16le", 0],
  ["UTF-16 the other way round", swapped(text), "utf-16be", 0],
];

describe("textOf", () => {
  it.each(cases)("decodes %s", (_, bytes, encoding, markLength) => {
    expect(textOf(bytes)).toEqual({ text, encoding, markLength, isValid: true });
    // Also if the bytes are a part of a buffer.
    const within = Buffer.concat([Buffer.from("##"), bytes, Buffer.from("##")]).subarray(2, -2);
    expect(textOf(within)).toEqual({ text, encoding, markLength, isValid: true });
  });

  it("keeps a second byte-order mark", () => {
    expect(textOf(Buffer.from("\ufeff\ufeffab", "utf16le")).text).toBe("\ufeffab");
  });

  it.each([
    [[]],
    [[0]],
    [[0xff]],
    [[0xfe]],
    [[0xff, 0x20]],
    [[0xfe, 0x20]],
    [[0x20, 0xfe]],
    [[0x20, 0xff]],
    [[0xef]],
    [[0xef, 0xbb]],
    [[0xef, 0xbb, 0x20]],
    [[0xef, 0x20, 0xbf]],
    [[0x20, 0xbb, 0xbf]],
    [[0x61, 0]],
    [[0, 0x61]],
    [[0x61, 0, 0, 0]],
    [[0, 0, 0, 0]],
    [[0x61, 0, 0x62, 0x63]],
    [[0x61, 0x62, 0x63, 0]],
    [[0, 0x61, 0x62, 0]],
    [[0, 0x61, 0, 0]],
    [[0, 0, 0, 0x61]],
    [[0, 0, 0x61, 0]],
    [[0, 0x61, 0x62, 0x63]],
    [[0x61, 0x62, 0, 0x63]],
  ])("decodes %j as UTF-8", (bytes) => {
    expect(textOf(Uint8Array.from(bytes))).toMatchObject({ encoding: "utf-8", markLength: 0 });
  });

  it("reports whether all bytes are valid text", () => {
    expect(textOf(Buffer.from([0x61, 0xff, 0x62]))).toMatchObject({ text: "a\ufffdb", isValid: false });
    expect(textOf(Buffer.concat([Buffer.from("ab", "utf16le"), Buffer.from([0x61])]))).toMatchObject({
      encoding: "utf-16le",
      isValid: false,
    });
    expect(textOf(Buffer.from([0x61, 0, 0x62]))).toMatchObject({ encoding: "utf-16le", isValid: false });
  });
});
