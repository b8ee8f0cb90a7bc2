import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Connection } from "./connection";
import { conversation } from "./conversations";
import type { LoadOrder, LoadResult } from "./load";

const conversationLength = 10;

/** Sends the order: each connection has its own conversations, in order, each delivery after the response to the previous one. */
async function generate(order: LoadOrder): Promise<LoadResult> {
  const expected = order.method === "POST" ? 200 : 405;
  const endsAt = performance.now() + (order.seconds ?? 3600) * 1000;
  const latencies: number[] = [];
  let left = order.deliveries ?? Number.POSITIVE_INFINITY;
  let nextDue = performance.now();

  const work = async (lane: number) => {
    const connection = await Connection.open(order.port);
    for (const delivery of deliveries(order, lane)) {
      let due = performance.now();
      if (order.rate !== undefined) {
        due = nextDue;
        nextDue += 1000 / order.rate;
        if (due > performance.now()) await pause(due - performance.now());
      }
      if (performance.now() > endsAt || left-- <= 0) break;
      const status = await connection.request(delivery);
      if (status !== expected) throw new Error(`The webhook answered ${status}.`);
      latencies.push(performance.now() - due);
    }
    connection.close();
  };

  const startedAt = performance.now();
  await Promise.all(Array.from({ length: order.connections }, (_, lane) => work(lane)));
  return { deliveries: latencies.length, seconds: (performance.now() - startedAt) / 1000, latencies };
}

/** An endless sequence of requests, as raw bytes. */
function* deliveries({ eventsPerDelivery, family, method, token, connections }: LoadOrder, lane: number) {
  let waiting: string[] = [];
  for (let number = lane; ; number += connections) {
    waiting.push(...conversation(number, conversationLength, family).map((event) => JSON.stringify(event)));
    while (waiting.length >= eventsPerDelivery) {
      const body = `{"events":[${waiting.slice(0, eventsPerDelivery).join(",")}]}`;
      waiting = waiting.slice(eventsPerDelivery);
      yield request(method, token, body);
    }
  }
}

function request(method: string, token: string, body: string): Buffer {
  const head = [
    `${method} /api/webhook HTTP/1.1`,
    "host: 127.0.0.1",
    `authorization: ${token}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join("\r\n")}\r\n\r\n${body}`);
}

const [order] = await once(process, "message");
process.send?.(await generate(order as LoadOrder), () => process.exit(0));
