import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { BodyReader } from "./body-reader";

const text = (reader: BodyReader) => Buffer.from(reader.bytes()).toString();

describe("a body reader", () => {
  it("joins the chunks", async () => {
    const reader = new BodyReader(Readable.from([Buffer.from("ab"), Buffer.from("c")]));
    expect(await reader.read(3, 1000)).toBe("ended");
    expect([text(reader), reader.hasEnded]).toEqual(["abc", true]);
    expect(await new BodyReader(null).read(3, 1000)).toBe("ended");
  });

  it.each([
    [["abc"], "ended"],
    [["ab", "c"], "ended"],
    [["abcd"], "limit"],
    [["abc", "d"], "limit"],
    [["ab", "cd"], "limit"],
  ])("detects whether %j is within three bytes, to the byte", async (pieces, outcome) => {
    const reader = new BodyReader(Readable.from(pieces.map((piece) => Buffer.from(piece))));
    expect(await reader.read(3, 1000)).toBe(outcome);
    expect(await reader.read(4, 1000)).toBe("ended");
    expect(text(reader)).toBe(pieces.join(""));
  });

  it("stops soon after the limit, and can continue from there", async () => {
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += 1000;
        this.push(sent > 20_000 ? null : Buffer.alloc(1000, "a"));
      },
    });
    const reader = new BodyReader(endless);
    expect(await reader.read(3000, 1000)).toBe("limit");
    expect(sent).toBeLessThan(3000 + 1000 + 2 * endless.readableHighWaterMark);
    expect(await reader.read(3000, 1000)).toBe("limit");
    expect(await reader.read(30_000, 1000)).toBe("ended");
    expect(text(reader)).toBe("a".repeat(20_000));
  });

  it("times out on a slow body, keeps what arrived, and can continue", async () => {
    const body = new PassThrough();
    const reader = new BodyReader(body);
    body.write("ab");
    expect(await reader.read(10, 20)).toBe("slow");
    expect(text(reader)).toBe("ab");
    body.end("c");
    expect(await reader.read(10, 1000)).toBe("ended");
    expect(text(reader)).toBe("abc");
  });

  it("detects an aborted body", async () => {
    const body = new PassThrough();
    const reader = new BodyReader(body);
    const reading = reader.read(10, 1000);
    body.destroy(new Error("gone"));
    expect(await reading).toBe("broken");
    expect(await reader.read(10, 1000)).toBe("broken");
  });

  it("stops at a first chunk that makes the rest useless, and checks no other", async () => {
    const isFutile = (start: Uint8Array) => start[0] === "[".charCodeAt(0);
    const array = new BodyReader(Readable.from([Buffer.from("[1"), Buffer.from("]")]));
    expect(await array.read(10, 1000, isFutile)).toBe("futile");
    expect([text(array), array.hasEnded]).toEqual(["[1", false]);
    const other = new BodyReader(Readable.from([Buffer.from("{"), Buffer.from("[")]));
    expect(await other.read(10, 1000, isFutile)).toBe("ended");
  });

  it("can be interrupted", async () => {
    const reader = new BodyReader(new PassThrough());
    const reading = reader.read(10, 1000);
    reader.interrupt();
    expect(await reading).toBe("crowded");
  });
});
