import { randomBytes } from "node:crypto";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { unpackBody } from "./unpack-body";

describe("unpackBody", () => {
  it("decompresses, within the limit", async () => {
    const gzip = "gzip";
    const unpacked = await unpackBody(gzipSync("hello"), gzip, 100);
    expect(unpacked).toMatchObject({ bytes: Buffer.from("hello") });
    expect(await unpackBody(gzipSync(Buffer.alloc(10_000_000)), gzip, 20_000)).toBe("too large");
  });

  const packers: [string, (bytes: Uint8Array) => Uint8Array][] = [
    ["gzip", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["zstd", zstdCompressSync],
    [" GZIP , identity", gzipSync],
    ["identity,gzip", gzipSync],
    ["gzip, br", (bytes) => brotliCompressSync(gzipSync(bytes))],
    ["deflate, gzip, gzip", (bytes) => gzipSync(gzipSync(deflateSync(bytes)))],
  ];

  it.each(packers)(
    "decompresses large and empty bodies in %s, but none with trailing data",
    async (announced, pack) => {
      for (const body of [randomBytes(60_000), Buffer.alloc(60_000, "ab"), Buffer.alloc(0)]) {
        const sent = pack(body);
        expect(await unpackBody(sent, announced, 80_000)).toEqual({ bytes: body, notUnpacked: null });
        const longer = Buffer.concat([sent, Buffer.from([0, 0])]);
        const reading = await unpackBody(longer, announced, 80_000);
        expect(reading).toEqual({ bytes: longer, notUnpacked: expect.any(String) });
      }
    },
  );

  it("decompresses deflate without its header, but not JSON", async () => {
    const announced = "deflate";
    for (const body of [randomBytes(60_000), Buffer.from('{"events":[]}'), Buffer.alloc(0)]) {
      const reading = await unpackBody(deflateRawSync(body), announced, 80_000);
      expect(reading).toEqual({ bytes: body, notUnpacked: null });
    }
    const bomb = deflateRawSync(Buffer.alloc(10_000_000));
    expect(await unpackBody(bomb, announced, 20_000)).toBe("too large");
    const json = deflateRawSync(Buffer.from(""));
    json[0] = 0x7b;
    expect(await unpackBody(json, announced, 100)).toMatchObject({ bytes: json });
  });

  it("decompresses gzip without a header", async () => {
    const reading = await unpackBody(gzipSync("hello"), "", 100);
    expect(reading).toEqual({ bytes: Buffer.from("hello"), notUnpacked: null });
  });

  it("limits the number of layers", async () => {
    const announced = Array(1000).fill("gzip").join(",");
    expect(await unpackBody(Buffer.from("x"), announced, 100)).toMatchObject({
      bytes: Buffer.from("x"),
      notUnpacked: expect.stringContaining("many"),
    });
  });

  it("decompresses gzip with several members", async () => {
    const twice = Buffer.concat([gzipSync("one "), gzipSync("two")]);
    const reading = await unpackBody(twice, "gzip", 100);
    expect(reading).toEqual({ bytes: Buffer.from("one two"), notUnpacked: null });
  });

  it("returns what only starts like a compressed body unchanged", async () => {
    const announced = "br";
    for (const text of ["9007199254740993", "3, 2, 1"]) {
      const reading = await unpackBody(Buffer.from(text), announced, 100);
      expect(reading).toEqual({ bytes: Buffer.from(text), notUnpacked: expect.any(String) });
    }
  });

  it.each(["gzip", "x-gzip", "deflate", "br", "zstd", "gzip, gzip", "constructor"])(
    "returns what is not %s unchanged, with the reason",
    async (announced) => {
      const reading = await unpackBody(Buffer.from("hello"), announced, 100);
      expect(reading).toEqual({ bytes: Buffer.from("hello"), notUnpacked: expect.stringMatching(/not/) });
    },
  );
});
