import "server-only";
import { setImmediate as nextTurn } from "node:timers/promises";
import { parentPort } from "node:worker_threads";
import { isUnscopedToken } from "@/lib/auth/viewer-of-token";
import type { Commit } from "@/lib/channel/commit";
import { env } from "@/lib/env/env";
import { databaseFailure } from "@/lib/errors/database-failure";
import { answerCall } from "@/lib/ingest/answer-call";
import { busy } from "@/lib/ingest/webhook-call";
import { Writer } from "@/lib/ingest/writer";
import { log } from "@/lib/log/log";
import { readGauges } from "@/lib/store/admin/read-gauges";
import { store } from "@/lib/store/connection/client";
import { probeWrite, unreadiness } from "@/lib/store/connection/probe-write";
import { type Readiness, requireKnownMigrations } from "@/lib/store/connection/readiness";
import { verifyConnections } from "@/lib/store/connection/verify-connections";
import { writeLockOf } from "@/lib/store/connection/write-lock";
import { addRefusedCalls } from "@/lib/store/log/refused-calls";
import { Projector } from "@/lib/store/projections/projector";
import { rebuildInBackground } from "@/lib/store/projections/rebuild/rebuild-in-background";
import { forgetWebhookTokens, webhookTokens } from "@/lib/store/records/webhook-token-cache";
import { monotonicMs } from "@/lib/time/monotonic";
import { startTracing, stopTracing } from "@/lib/trace/start-tracing";
import type { FromThread, NumberedCall, NumberedReply, ToThread } from "./thread-messages";

// The code of LogThread's thread, which owns the log: it parses webhook calls, stores them, and builds their replies.

/** How long calls are parsed before other work gets a turn: transactions, and the locks of the pages. */
const maxTurnMs = 10;
const tokenRefreshIntervalMs = 2000;
const failureLastsMs = 5000;

const { database, webhookReply, webhookTokens: environmentTokens } = env();
const ending = new AbortController();
let connected: Promise<void> | null = null;
let rebuilding: Promise<void> | null = null;
const releases = new Map<number, () => void>();
let secrets: readonly string[] = [];
/** Why the last deliveries could not be stored; null after a success. */
let failure: { readiness: Readiness; at: number } | null = null;
let queue: { call: NumberedCall; body: Uint8Array }[] = [];
let replies: NumberedReply[] = [];
let commits: Commit[] = [];
const writer = new Writer(store(), {
  onCommit: (commit) => {
    commits.push(commit);
    projector.wake();
    failure = null;
  },
  onFailure: (error) => {
    failure = { readiness: unreadiness(error), at: performance.now() };
    post({ kind: "commit failed", failed: databaseFailure(error)?.kind ?? "other" });
  },
});
const projector = new Projector(store(), { onProjected: () => post({ kind: "projected" }) });

parentPort?.on("message", (message: ToThread) => {
  switch (message.kind) {
    case "connect":
      connected ??= connect();
      return;
    case "open":
      return void open();
    case "calls":
      return take(message.calls, message.bytes);
    case "project":
      return projector.wake();
    case "lock":
      return void lock(message.number);
    case "unlock":
      releases.get(message.number)?.();
      releases.delete(message.number);
      return;
    case "forget tokens":
      forgetWebhookTokens();
      return void readTokens();
    case "refused":
      // Counts may be lost while the database is unavailable.
      return void addRefusedCalls(store(), message.count, message.lastAt).catch(() => {});
    case "probe":
      return void probe(message.number);
    case "read gauges":
      return void answerGauges(message.number);
    case "check token":
      return void checkToken(message.number, message.token);
    case "drain":
      return void drain(message.number);
  }
});

async function connect(): Promise<void> {
  await startTracing();
  await verifyConnections(store());
}

async function open(): Promise<void> {
  connected ??= connect();
  await connected;
  await requireKnownMigrations(store());
  await readTokens();
  setInterval(() => void readTokens(), tokenRefreshIntervalMs);
  post({ kind: "ready" });
  projector.start();
  rebuilding = rebuildInBackground(store(), ending.signal);
}

function take(calls: readonly NumberedCall[], bytes: Uint8Array): void {
  const isIdle = queue.length === 0;
  let start = 0;
  for (const call of calls) {
    queue.push({ call, body: bytes.subarray(start, start + call.byteLength) });
    start += call.byteLength;
  }
  if (isIdle) work();
}

/** Parses waiting calls, in turns. */
function work(): void {
  const until = performance.now() + maxTurnMs;
  let next = 0;
  for (; next < queue.length; next++) {
    const waiting = queue[next];
    if (waiting !== undefined) void answer(waiting.call, waiting.body);
    if (performance.now() >= until) break;
  }
  queue = queue.slice(next + 1);
  if (queue.length > 0) setImmediate(work);
}

async function answer({ number, ...call }: NumberedCall, body: Uint8Array): Promise<void> {
  // A reply after the deadline is not used.
  const isLate = monotonicMs() > call.deadline;
  const answered = isLate ? Promise.resolve(busy()) : answerCall({ ...call, body }, { writer, secrets, webhookReply });
  const reply = await answered.catch((error) => {
    log().error({ err: error }, "A delivery could not be answered");
    return busy();
  });
  replies.push({ number, reply });
  // Replies of one commit are sent together, before the next group.
  if (replies.length === 1) process.nextTick(flush);
}

function flush(): void {
  post({ kind: "replies", replies, commits });
  replies = [];
  commits = [];
}

/** SQLite's own lock has no queue, so the pages wait for their turn in this thread's. */
async function lock(number: number): Promise<void> {
  if (database.dialect === "sqlite") releases.set(number, await writeLockOf(database.path).acquire());
  post({ kind: "locked", number });
}

/** While the database is unavailable, the last tokens stay valid. */
async function readTokens(): Promise<void> {
  const stored = await webhookTokens(store()).catch(() => null);
  if (stored === null) return;
  const tokens = [...environmentTokens, ...stored];
  if (tokens.length === secrets.length && tokens.every((token, place) => token === secrets[place])) return;
  secrets = tokens;
  post({ kind: "tokens", tokens });
}

async function probe(number: number): Promise<void> {
  const probed = await probeWrite(store());
  // A small write may still succeed when a delivery does not.
  const hasFailed = failure !== null && performance.now() - failure.at < failureLastsMs;
  post({ kind: "probed", number, readiness: failure && hasFailed ? failure.readiness : probed });
}

async function answerGauges(number: number): Promise<void> {
  post({ kind: "gauges", number, gauges: await readGauges(store()) });
}

async function checkToken(number: number, token: string): Promise<void> {
  post({ kind: "checked token", number, isValid: await isUnscopedToken(token).catch(() => false) });
}

async function drain(number: number): Promise<void> {
  while (queue.length > 0) await nextTurn();
  await writer.drain();
  ending.abort();
  await Promise.all([projector.end(), rebuilding]);
  await store().close();
  await stopTracing();
  post({ kind: "drained", number });
}

function post(message: FromThread): void {
  parentPort?.postMessage(message);
}
