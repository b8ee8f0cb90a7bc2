import { setTimeout as pause } from "node:timers/promises";
import type { Dialect } from "@/lib/env/database-url";
import { type BenchEvent, conversation } from "./conversations";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { interleave } from "./interleave";
import { sendLoad } from "./load";
import { type BenchServer, startServer } from "./server";

const inboxes = 20;
const rounds = 8;
const seconds = 3;
const warmUpSeconds = 12;
const lookedFor = 60;
const refetchEveryMs = 1000;

/**
 * Delivery throughput with 20 open inboxes, compared with none; and the time from sending an event until an open conversation
 * page shows it, at 100 deliveries per second.
 */
export async function measureOpenInboxes(dialect: Dialect): Promise<Figure[]> {
  const fresh = await freshDatabase(dialect);
  const server = await startServer(fresh);
  const cookies = await Promise.all(Array.from({ length: inboxes }, () => signIn(server)));
  const on = dialect === "sqlite" ? "SQLite" : "Postgres";
  let round = 0;
  const rate = async () => {
    const order = { port: server.port, token: server.webhookToken, connections: 32, eventsPerDelivery: 1 };
    const isFirst = round < 2;
    const family = `inboxes ${round++}`;
    const result = await sendLoad({
      ...order,
      method: "POST",
      family,
      seconds: isFirst ? warmUpSeconds : seconds,
    });
    return result.deliveries / result.seconds;
  };
  const result = await interleave(rounds, rate, () => withOpenInboxes(server, cookies, rate));
  const latencies = await withOpenInboxes(server, cookies, () => measureLatencies(server, cookies[0] ?? ""));
  await server.stop();
  await fresh.drop();
  return [
    {
      name: `single-event deliveries with ${inboxes} open inboxes, ${on}`,
      value: result.figure,
      unit: "/s",
      baseline: { name: "/s without", value: result.baseline },
      wanted: { atLeast: 0.8 },
    },
    {
      name: `an event to an open page, 95th percentile, ${on}`,
      value: latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.95)] ?? Number.NaN,
      unit: "ms",
      baseline: { name: "ms allowed", value: 1000 },
      wanted: { atMost: 1 },
    },
  ];
}

async function withOpenInboxes<Result>(
  server: BenchServer,
  cookies: readonly string[],
  work: () => Promise<Result>,
): Promise<Result> {
  const closed = new AbortController();
  const open = cookies.map((cookie) => openInbox(server, cookie, closed.signal));
  const result = await work();
  closed.abort();
  await Promise.all(open);
  return result;
}

/** Behaves like an inbox: follows the live stream, and refetches list and counts, once a second at most. */
async function openInbox(server: BenchServer, cookie: string, signal: AbortSignal): Promise<void> {
  const refetch = () =>
    Promise.all(["/api/v1/conversations?limit=50", "/api/v1/counts"].map((path) => read(server, cookie, path)));
  await refetch();
  for await (const _ of changes(server, cookie, signal)) {
    const startedAt = performance.now();
    await refetch();
    await pause(Math.max(0, refetchEveryMs - (performance.now() - startedAt)));
  }
}

async function measureLatencies(server: BenchServer, cookie: string): Promise<number[]> {
  const done = new AbortController();
  const events = conversation(1_000_000, lookedFor + 1, "looked for");
  await send(server, events.slice(0, 1));
  const [{ conversation: { key } = { key: "" } } = {}] = events;
  const background = sendLoad({
    port: server.port,
    token: server.webhookToken,
    connections: 32,
    eventsPerDelivery: 1,
    method: "POST",
    rate: 100,
    seconds: lookedFor,
    family: "background",
  });
  let shown = 1;
  let onShown = () => {};
  const page = (async () => {
    for await (const keys of changes(server, cookie, done.signal)) {
      if (!keys.includes(key)) continue;
      const { data } = (await read(server, cookie, `/api/v1/conversations/${key}/events?limit=200`)) as {
        data: unknown[];
      };
      shown = data.length;
      onShown();
    }
  })();
  await pause(1000);
  const latencies: number[] = [];
  for (const event of events.slice(1)) {
    const sentAt = performance.now();
    const wanted = shown + 1;
    const seen = new Promise<void>((resolve) => {
      onShown = () => shown >= wanted && resolve();
    });
    await send(server, [event]);
    await Promise.race([seen, pause(10_000)]);
    latencies.push(performance.now() - sentAt);
    await pause(200 + Math.random() * 600);
  }
  done.abort();
  await Promise.all([page, background]);
  return latencies;
}

/** The conversation keys in each message of the live stream, from the first change on. */
async function* changes(server: BenchServer, cookie: string, signal: AbortSignal): AsyncGenerator<string[]> {
  const { body } = await fetch(`${server.url}/api/v1/live`, { headers: { cookie }, signal });
  if (body === null) return;
  let text = "";
  try {
    for await (const piece of body.pipeThrough(new TextDecoderStream())) {
      const frames = (text + piece).split("\n\n");
      text = frames.pop() ?? "";
      const keys = frames.flatMap((frame) => {
        const data = /^data: (.*)$/m.exec(frame)?.[1];
        return data === undefined ? [] : (JSON.parse(data) as { conversationKeys: string[] }).conversationKeys;
      });
      if (keys.length > 0) yield keys;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function read({ url }: BenchServer, cookie: string, path: string): Promise<unknown> {
  const response = await fetch(`${url}${path}`, { headers: { cookie } });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return response.json();
}

async function send({ url, webhookToken }: BenchServer, events: readonly BenchEvent[]): Promise<void> {
  const headers = { authorization: webhookToken, "content-type": "application/json" };
  const response = await fetch(`${url}/api/webhook`, { method: "POST", headers, body: JSON.stringify({ events }) });
  if (!response.ok) throw new Error(`The webhook answered ${response.status}.`);
}

async function signIn({ url, admin }: BenchServer): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(admin),
  });
  if (!response.ok) throw new Error(`The sign-in answered ${response.status}.`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
