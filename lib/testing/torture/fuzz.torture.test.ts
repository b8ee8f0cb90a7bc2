import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { decodeBody } from "@/lib/ingest/body/decode-body";
import { textOf } from "@/lib/ingest/body/text-of";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { type HostileBody, hostileBodies } from "./hostile-bodies";
import { slowly, withoutEnd } from "./hostile-streams";
import { scale } from "./scale";
import { startWebhook, type WebhookProcess, webhookToken } from "./webhook-process";

const most = scale({ short: 10_000, full: 1_000_000 });
/** On a busy machine a body may be rejected now and then; after this many attempts it is the body's fault. */
const maxTries = 5;
/** Time limit of the short form; on SQLite it waits this long for the slow sender anyway. */
const shortMs = { sqlite: 25_000, postgresql: 10_000 };
const senders = 32;

describeEachDatabase("hostile bodies", (_openStore, createDatabase, dialect) => {
  const maxMs = scale({ short: shortMs[dialect], full: Number.POSITIVE_INFINITY });

  it(
    `up to ${most} of them: no failure, no memory growth, and all acknowledged bodies stored byte for byte`,
    async () => {
      const database = await createDatabase();
      const server = await startWebhook(database);
      // The slow one takes half a minute, so it is sent once.
      const slow = dialect === "sqlite" ? [slowly(server.url)] : [];
      const endless = await Promise.all(Array.from({ length: 4 }, () => withoutEnd(server.url)));
      expect(endless).toEqual([413, 413, 413, 413]);
      const seed = Number(process.env.TORTURE_SEED ?? Date.now() % 1e9);
      console.log(`hostile bodies from TORTURE_SEED=${seed}`);
      const kept = new Map<string, number>();
      const refused = new Map<string, number>();
      const memory: number[] = [];
      const source = hostileBodies(seed);
      const startedAt = performance.now();
      let sent = 0;
      let measuredAt = startedAt;
      const statuses = new Map<number, number>();
      const send = async () => {
        while (sent < most && performance.now() - startedAt < maxMs) {
          sent += 1;
          if (performance.now() - measuredAt > 500) {
            measuredAt = performance.now();
            memory.push(residentMegabytes(server));
          }
          const hostile = source.next().value;
          const name = hashOf(hostile.kept);
          for (let tries = 1; ; tries += 1) {
            const { status, isKept } = await deliver(server, hostile);
            count(statuses, status);
            if (isKept) count(kept, name);
            if ([200, 400, 413].includes(status)) break;
            if (status !== 503 || tries === maxTries) throw new Error(`${status} for ${show(hostile)}`);
            count(refused, name);
          }
        }
      };
      await Promise.all(Array.from({ length: senders }, send));
      expect(await Promise.all(slow)).toEqual(slow.map(() => 408));
      const answers = JSON.stringify(Object.fromEntries(statuses));
      console.log(`${sent} hostile bodies of at most ${most}: ${answers}; memory at most ${Math.max(...memory)} MB`);
      expect(isFlat(memory), `memory grows: ${memory.join(", ")}`).toBe(true);
      await server.kill();
      await checkKept(database, kept, refused);
    },
    scale({ short: 150_000, full: 4 * 3_600_000 }),
  );
});

async function deliver(server: WebhookProcess, hostile: HostileBody): Promise<{ status: number; isKept: boolean }> {
  const headers = { ...hostile.headers, token: webhookToken };
  // fetch accepts bytes of any buffer; its type excludes shared ones.
  const body = hostile.bytes as Uint8Array<ArrayBuffer>;
  const response = await fetch(`${server.url}/api/webhook`, { method: "POST", headers, body });
  const answer = (await response.json()) as { delivery?: string; token?: string };
  return { status: response.status, isKept: response.status === 200 || answer.delivery !== undefined };
}

/**
 * Checks that the bytes of each delivery equal an acknowledged body, as many times as it was acknowledged, or one committed after
 * its deadline; and that each event's text is part of its delivery.
 */
async function checkKept(
  database: Database,
  kept: ReadonlyMap<string, number>,
  refused: ReadonlyMap<string, number>,
): Promise<void> {
  const store = openStore(database);
  const open = new Map(kept);
  let after = 0n;
  for (;;) {
    const rows = await store.reader.deliveryBody.findMany({
      where: { id: { gt: after } },
      orderBy: { id: "asc" },
      take: 500,
    });
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { bytes } of rows) {
      const name = hashOf(bytes);
      open.set(name, (open.get(name) ?? 0) - 1);
    }
    await checkEvents(store, after, last.id, new Map(rows.map(({ id, bytes }) => [id, bytes])));
    after = last.id;
  }
  await store.close();
  const wrong = [...open].filter(([name, missing]) => missing > 0 || -missing > (refused.get(name) ?? 0));
  expect(wrong).toEqual([]);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

async function checkEvents(store: Store, after: bigint, upTo: bigint, bodies: Map<bigint, Uint8Array>): Promise<void> {
  const where = { deliveryId: { gt: after, lte: upTo } };
  const events = await store.reader.event.findMany({ where, select: { deliveryId: true, raw: true } });
  const quarantined = await store.reader.quarantinedEvent.findMany({ where, select: { deliveryId: true, raw: true } });
  const strangers = [...events, ...quarantined].filter(({ deliveryId, raw }) => {
    return !textsOf(bodies.get(deliveryId) ?? new Uint8Array()).some((text) => text.includes(raw));
  });
  expect(strangers).toEqual([]);
}

/** Texts that can contain an event's text: the body, and the fields of a form. */
function textsOf(body: Uint8Array): string[] {
  const { text } = textOf(body);
  const { source } = decodeBody(body);
  return [text, source.text].map((each) => each.replaceAll("\u0000", "\ufffd"));
}

/**
 * Whether memory stays flat: the last third of the time needs hardly more than the second, after a warm-up in the first. Always
 * limited.
 */
function isFlat(memory: readonly number[]): boolean {
  const third = Math.floor(memory.length / 3);
  if (third === 0) return true;
  const last = Math.max(...memory.slice(-third));
  return last < 1000 && last <= 1.3 * Math.max(...memory.slice(third, 2 * third)) + 30;
}

function residentMegabytes({ pid }: WebhookProcess): number {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return 0;
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1] ?? 0) / 1024);
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
}

function show({ kind, kept, headers }: HostileBody): string {
  return `${kind} ${JSON.stringify(headers)} ${JSON.stringify(Buffer.from(kept).toString().slice(0, 500))}`;
}
