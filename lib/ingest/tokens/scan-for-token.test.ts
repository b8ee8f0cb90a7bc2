import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cannotNameToken, scanForToken } from "./scan-for-token";

const scan = (text: string) => scanForToken(Buffer.from(text));
const multipart = (fields: Record<string, string>) =>
  [
    ...Object.entries(fields).map(
      ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    "--b--\r\n",
  ].join("");

describe("the scan for a token", () => {
  it.each([
    ['{"token":"tok-en"}', ["tok-en"]],
    [' {"events":[{"token":"inner"},"]"],"token" : "tok-en", "x": 1}', ["tok-en"]],
    ['{"\\u0074oken":"tok\\u002den"}', ["tok-en"]],
    ['{"token":"one","token":"two"}', ["one", "two"]],
    ['{"a":"\\"token\\":\\"no\\"","token":"tok-en","events":[{', ["tok-en"]],
    ['{"a":"token","token":["no"],"b":"token"}', []],
    ['{"token":5}', []],
    ["token=tok-en&payload=%7B%22events%22%3A%5B%5D%7D", ["tok-en"]],
    ["token=a+b%2Fc%3D%3D", ["a b/c==", "a+b/c=="]],
    ['payload={"token":"tok-en"}', ["tok-en"]],
    [multipart({ token: "tok-en", payload: "{}" }), ["tok-en"]],
    ["token=+tok-en+&payload=x", ["tok-en"]],
    ['payload= {"token":"tok-en"}', ["tok-en"]],
    ['{"token":" tok-en "}', ["tok-en"]],
    ['" tok-en "', ["tok-en"]],
    [" tok-en\n", ["tok-en"]],
    ['"tok-en"', ["tok-en"]],
    ["\ufefftok-en", ["tok-en"]],
    ["", []],
  ])("of %j finds %j", (text, tokens) => expect(scan(text)).toEqual(expect.arrayContaining(tokens)));

  it.each(['{"a":"token","token":["no"],"b":"token"}', '{"token":5}', '{"x":{"token":"no"}}', '[{"token":"no"}]', ""])(
    "of %j finds nothing",
    (text) => expect(scan(text)).toEqual([]),
  );

  it("decodes UTF-16", () => {
    expect(scanForToken(Buffer.from('{"token":"tok-en"}', "utf16le"))).toEqual(["tok-en"]);
  });

  it("skips arrays and compressed bodies, by their first bytes", () => {
    const array = ' \n[{"token":"no"}]';
    const useless = [
      ...[Buffer.from(array), Buffer.from(`\ufeff${array}`), Buffer.from(`\ufeff${array}`, "utf16le")],
      ...[gzipSync('{"token":"no"}'), zstdCompressSync('{"token":"no"}')],
    ];
    expect(useless.map((body) => [cannotNameToken(body), scanForToken(body).includes("no")])).toEqual(
      useless.map(() => [true, false]),
    );
    for (const text of ['{"token":"x"}', "token=x", '"[1]"', "plain", "--b\r\n", ""]) {
      expect(cannotNameToken(Buffer.from(text)), text).toBe(false);
    }
    for (const start of [[], [0x1f], [0x1f, 0x20], [0x20, 0x8b], [0x28, 0xb5, 0x2f], [0x28, 0xb5, 0x2f, 0x20]]) {
      expect([start, cannotNameToken(Uint8Array.from(start))]).toEqual([start, false]);
    }
  });

  it("reads at most 64 kB, and returns few candidates", () => {
    expect(scan(`{"a":"${"x".repeat(65_536)}","token":"tok-en"}`)).toEqual([]);
    const upTo = (length: number) => `{${" ".repeat(length - '{"token":"tok-en"'.length)}"token":"tok-en"`;
    expect(scan(`${upTo(65_536)}${" ".repeat(10)}}`)).toEqual(["tok-en"]);
    expect(scan(`${upTo(65_537)}${" ".repeat(10)}}`)).not.toContain("tok-en");
    expect(scan(`{${'"token":"x",'.repeat(5000)}}`)).toEqual(["x"]);
    expect(scan(`{${Array.from({ length: 3000 }, (_, at) => `"token":"${at}"`).join()}}`)).toHaveLength(16);
  });

  it.each(["[", "{", '"', "\\", '{"', '"\\', '{"token":', "a=", "&", "%", "--b\r\n", " "])(
    "survives a body of %j",
    (unit) => {
      expect(() => scan(unit.repeat(65_536))).not.toThrow();
      expect(() => scan(`{${unit.repeat(65_536)}`)).not.toThrow();
    },
  );
});
