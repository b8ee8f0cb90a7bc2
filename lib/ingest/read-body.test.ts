import { randomBytes } from "node:crypto";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readBody } from "./read-body";

afterEach(() => vi.useRealTimers());

describe("readBody", () => {
  it("joins the pieces", async () => {
    expect(await readBody(streamOf("ab", "", "c"), new Headers(), 3)).toMatchObject({
      ok: true,
      bytes: Buffer.from("abc"),
    });
    expect(await readBody(null, new Headers(), 3)).toMatchObject({ ok: true, bytes: new Uint8Array() });
  });

  it("refuses by the declared length without reading", async () => {
    const body = streamOf("abc");
    expect(await readBody(body, new Headers({ "content-length": "4" }), 3)).toMatchObject({ ok: false, status: 413 });
    expect(body.locked).toBe(false);
  });

  it("stops an endless body as soon as it is too large", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1000;
        controller.enqueue(new Uint8Array(1000));
      },
    });
    expect(await readBody(body, new Headers(), 10_000)).toMatchObject({ ok: false, status: 413 });
    expect(sent).toBeLessThan(15_000);
  });

  it("gives up on a body that takes too long", async () => {
    vi.useFakeTimers();
    const reading = readBody(new ReadableStream<Uint8Array>(), new Headers(), 10);
    await vi.advanceTimersByTimeAsync(31_000);
    expect(await reading).toMatchObject({ ok: false, status: 408 });
  });

  it("takes a body that breaks off for a bad request", async () => {
    const body = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(new Error("gone")) });
    expect(await readBody(body, new Headers(), 10)).toMatchObject({ ok: false, status: 400 });
  });

  it("unpacks, within the same limit", async () => {
    const gzip = new Headers({ "content-encoding": "gzip" });
    const unpacked = await readBody(streamOf(gzipSync("hello")), gzip, 100);
    expect(unpacked).toMatchObject({ ok: true, bytes: Buffer.from("hello") });
    expect(await readBody(streamOf(gzipSync(Buffer.alloc(10_000_000))), gzip, 20_000)).toMatchObject({ status: 413 });
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

  it.each(packers)("unpacks large and empty bodies in %s, but none that goes on behind it", async (encoding, pack) => {
    const headers = new Headers({ "content-encoding": encoding });
    for (const body of [randomBytes(60_000), Buffer.alloc(60_000, "ab"), Buffer.alloc(0)]) {
      const sent = pack(body);
      expect(await readBody(streamOf(sent), headers, 80_000)).toEqual({ ok: true, bytes: body, notUnpacked: null });
      const longer = Buffer.concat([sent, Buffer.from([0, 0])]);
      const reading = await readBody(streamOf(longer), headers, 80_000);
      expect(reading).toEqual({ ok: true, bytes: longer, notUnpacked: expect.any(String) });
    }
  });

  it("unpacks deflate without its header, but takes JSON for JSON", async () => {
    const headers = new Headers({ "content-encoding": "deflate" });
    for (const body of [randomBytes(60_000), Buffer.from('{"events":[]}'), Buffer.alloc(0)]) {
      const reading = await readBody(streamOf(deflateRawSync(body)), headers, 80_000);
      expect(reading).toEqual({ ok: true, bytes: body, notUnpacked: null });
    }
    const bomb = deflateRawSync(Buffer.alloc(10_000_000));
    expect(await readBody(streamOf(bomb), headers, 20_000)).toMatchObject({ ok: false, status: 413 });
    const json = deflateRawSync(Buffer.from(""));
    json[0] = 0x7b;
    expect(await readBody(streamOf(json), headers, 100)).toMatchObject({ bytes: json });
  });

  it("unpacks gzip that no header announces", async () => {
    const reading = await readBody(streamOf(gzipSync("hello")), new Headers(), 100);
    expect(reading).toEqual({ ok: true, bytes: Buffer.from("hello"), notUnpacked: null });
  });

  it("does not unpack without end", async () => {
    const headers = new Headers({ "content-encoding": Array(1000).fill("gzip").join(",") });
    expect(await readBody(streamOf("x"), headers, 100)).toMatchObject({
      bytes: Buffer.from("x"),
      notUnpacked: expect.stringContaining("many"),
    });
  });

  it("unpacks gzip of several parts", async () => {
    const twice = Buffer.concat([gzipSync("one "), gzipSync("two")]);
    const reading = await readBody(streamOf(twice), new Headers({ "content-encoding": "gzip" }), 100);
    expect(reading).toEqual({ ok: true, bytes: Buffer.from("one two"), notUnpacked: null });
  });

  it("takes what only begins like something packed as it came", async () => {
    const headers = new Headers({ "content-encoding": "br" });
    for (const text of ["9007199254740993", "3, 2, 1"]) {
      const reading = await readBody(streamOf(text), headers, 100);
      expect(reading).toEqual({ ok: true, bytes: Buffer.from(text), notUnpacked: expect.any(String) });
    }
  });

  it.each(["gzip", "x-gzip", "deflate", "br", "zstd", "gzip, gzip", "constructor"])(
    "takes what is no %s as it came, and says so",
    async (encoding) => {
      const reading = await readBody(streamOf("hello"), new Headers({ "content-encoding": encoding }), 100);
      expect(reading).toEqual({ ok: true, bytes: Buffer.from("hello"), notUnpacked: expect.stringMatching(/not/) });
    },
  );
});

function streamOf(...pieces: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(typeof piece === "string" ? Buffer.from(piece) : piece);
      controller.close();
    },
  });
}
