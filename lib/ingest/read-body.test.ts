import { gzipSync } from "node:zlib";
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
