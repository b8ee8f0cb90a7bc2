import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFinished, vi } from "vitest";
import type { WebhookCall } from "@/lib/ingest/webhook-call";
import { doorIntake } from "../door-intake";
import { LogThread } from "../log-thread";
import { NextDoor } from "./next-door";
import { Succession } from "./succession";

const noCallbacks = { onCommit: () => {}, onFailedCommit: () => {}, onProjected: () => {} };

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");

it("forwards a delivery unchanged but decompressed, and retries while it is refused", async () => {
  const seen: unknown[] = [];
  const next = await serve(async (request, response) => {
    seen.push([request.url, request.headers["x-token"], request.headers["content-encoding"], await text(request)]);
    if (seen.length < 3) return void response.writeHead(503, { "retry-after": "2" }).end();
    response.writeHead(200, { "content-type": "application/json" }).end('{"accepted":1}');
  });
  const incoming = await requestOf({ "x-token": "right", "content-encoding": "gzip", connection: "keep-alive" });
  const succession = new Succession();
  const thread = new LogThread({ ...noCallbacks, start: () => new Worker("", { eval: true }) });
  const settle = succession.hold();
  const answered = doorIntake(thread, succession, 1000)(incoming).answer(callOf("{}"));
  settle(new NextDoor("127.0.0.1", next));
  const reply = await answered;
  expect(reply).toMatchObject({ status: 200, headers: { "content-type": "application/json" }, body: '{"accepted":1}' });
  expect(seen).toEqual(Array(3).fill(["/api/webhook?x=%20y", "right", undefined, "{}"]));
});

it("keeps the encoding of a body that cannot be decompressed, so that the next one reports why, too", async () => {
  const next = await serve((request, response) => {
    response.writeHead(400).end(request.headers["content-encoding"]);
  });
  const incoming = await requestOf({ "content-encoding": "gzip" });
  const call = { ...callOf("{}"), notUnpacked: "The body is not gzip" };
  const reply = await new NextDoor("127.0.0.1", next).deliver(call, incoming);
  expect([reply.status, reply.body]).toEqual([400, "gzip"]);
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  // A TCP server has one.
  return (server.address() as AddressInfo).port;
}

/** A request to the door. */
async function requestOf(headers: Record<string, string>): Promise<IncomingMessage> {
  const arrived = Promise.withResolvers<IncomingMessage>();
  const port = await serve((request, response) => {
    arrived.resolve(request);
    response.end();
  });
  sendRequest({ port, method: "POST", path: "/api/webhook?x=%20y", headers, agent: false }, (response) =>
    response.resume(),
  ).end();
  return arrived.promise;
}

function callOf(body: string): WebhookCall {
  const token = { token: "right", place: "header x-token" };
  return {
    receivedAt: 0n,
    deadline: 0,
    contentType: null,
    headers: {},
    token,
    body: Buffer.from(body),
    notUnpacked: null,
  };
}
