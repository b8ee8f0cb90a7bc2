import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";

/** An attack by an unauthenticated client. */
export interface AttackOrder {
  port: number;
  kind: AttackKind;
  /** Requests per second. */
  rate: number;
  /** Requests at the start, all at once. */
  atOnce: number;
  seconds: number;
}

export interface AttackResult {
  /** The number of responses by status; 0 for connections that ended without one. */
  statuses: Record<number, number>;
}

export type AttackKind = keyof typeof requests;

const webhook = "POST /api/webhook";
const json = "Content-Type: application/json\r\n";
/** Different from the address of the tests' sign-ins. */
const elsewhere = "X-Forwarded-For: 203.0.113.9\r\n";

const requests = {
  /** A kilobyte that decompresses to a megabyte. */
  bombs: whole(webhook, "Content-Encoding: gzip\r\n", gzipSync("[".repeat(1_048_576))),
  /** A megabyte that takes long to parse. */
  plain: whole(webhook, "", Buffer.from("[1,[".repeat(262_144))),
  "wrong tokens": whole(webhook, "Token: wrong\r\n", Buffer.from('{"events":[]}')),
  /** Most of the body is never sent. */
  slow: Buffer.concat([head(webhook, "Content-Length: 1000"), Buffer.from("{")]),
  "first account": whole("POST /api/auth/first-account", json + elsewhere, Buffer.alloc(9 * 1_048_576, "[")),
  "sign-in": whole(
    "POST /api/auth/sign-in/email",
    json + elsewhere,
    Buffer.from(JSON.stringify({ email: "admin@example.com", password: "not the password" })),
  ),
  "sign-in bodies": whole("POST /api/auth/sign-in/email", json + elsewhere, Buffer.alloc(1_048_576, "[")),
  "API tokens": head("GET /api/v1/conversations", `Authorization: Bearer playhead_guess\r\n${elsewhere}`),
  "metrics tokens": head("GET /api/metrics", `Authorization: Bearer playhead_guess\r\n${elsewhere}`),
};

function whole(target: string, headers: string, body: Uint8Array): Buffer {
  return Buffer.concat([head(target, `${headers}Content-Length: ${body.byteLength}`), body]);
}

function head(target: string, headers: string): Buffer {
  return Buffer.from(`${target} HTTP/1.1\r\nHost: localhost\r\n${headers.trimEnd()}\r\n\r\n`);
}

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

function send(port: number, bytes: Uint8Array, maxMs: number): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let status = 0;
    socket.setTimeout(maxMs, () => socket.destroy());
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
// It exits once the channel is closed after the result.
process.send?.(await attack(order as AttackOrder), () => process.disconnect());
