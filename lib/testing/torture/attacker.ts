import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";

/** What a stranger does to the webhook. */
export interface AttackOrder {
  port: number;
  kind: keyof typeof requests;
  /** Requests a second. */
  rate: number;
  /** Requests at the start, all at once. */
  atOnce: number;
  seconds: number;
}

export interface AttackResult {
  /** How many requests were answered with which status; 0 where the connection ended without an answer. */
  statuses: Record<number, number>;
}

const head = (headers: string) => Buffer.from(`POST /api/webhook HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n`);
const whole = (headers: string, body: Uint8Array) =>
  Buffer.concat([head(`${headers}Content-Length: ${body.byteLength}`), body]);

const requests = {
  /** A kilobyte that unpacks to a megabyte. */
  bombs: whole("Content-Encoding: gzip\r\n", gzipSync("[".repeat(1_048_576))),
  /** A megabyte that takes long to parse. */
  plain: whole("", Buffer.from("[1,[".repeat(262_144))),
  "wrong tokens": whole("Token: wrong\r\n", Buffer.from('{"events":[]}')),
  /** Most of the body never comes. */
  slow: Buffer.concat([head("Content-Length: 1000"), Buffer.from("{")]),
};

async function attack({ port, kind, rate, atOnce, seconds }: AttackOrder): Promise<AttackResult> {
  const statuses: Record<number, number> = {};
  const running = new Set<Promise<void>>();
  const one = () => {
    const attempt = send(port, requests[kind], seconds * 1000).then((status) => {
      statuses[status] = (statuses[status] ?? 0) + 1;
      running.delete(attempt);
    });
    running.add(attempt);
  };
  for (let place = 0; place < atOnce; place++) one();
  const startedAt = performance.now();
  for (let sent = 0; performance.now() - startedAt < seconds * 1000; await pause(10)) {
    for (; sent < ((performance.now() - startedAt) / 1000) * rate; sent++) one();
  }
  await Promise.all(running);
  return { statuses };
}

function send(port: number, bytes: Uint8Array, mostMs: number): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let status = 0;
    socket.setTimeout(mostMs, () => socket.destroy());
    socket.write(bytes);
    socket.once("data", (data) => {
      status = Number(/^HTTP\/1\.1 (\d+)/.exec(String(data))?.[1] ?? 0);
      socket.destroy();
    });
    socket.on("error", () => {});
    socket.once("close", () => resolve(status));
  });
}

const [order] = await once(process, "message");
// It ends by itself, once the channel is closed behind the result.
process.send?.(await attack(order as AttackOrder), () => process.disconnect());
