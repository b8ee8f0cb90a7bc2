import { describe, expect, it } from "vitest";
import { countParts } from "./count-parts";

const bytes = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

describe("countParts", () => {
  it.each([
    ["csv", 'a,b\r\n1,"two ""quoted""\r\nlines"\r\n3,4\r\n', 2],
    ["csv", "a,b\r\n", 0],
    ["csv", "", 0],
    ["jsonl", '{"a":1}\n{"b":2}\n', 2],
    ["zip", "PK\x03\x04one PPK\x03\x04two PK\x01\x02", 2],
  ] as const)("counts in %s, however the bytes are chunked", (format, text, count) => {
    const whole = bytes(text);
    expect(countParts(format)(whole)).toBe(count);
    const counter = countParts(format);
    expect([...whole].map((byte) => counter(Uint8Array.of(byte))).at(-1) ?? 0).toBe(count);
  });
});
