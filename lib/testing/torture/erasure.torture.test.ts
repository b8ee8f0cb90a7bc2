import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import BetterSqlite3 from "better-sqlite3";
import { Client } from "pg";
import { expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { cookieHeader } from "@/lib/testing/access/cookie-header";
import { describeEachDatabase } from "@/lib/testing/databases";
import { randomNumbers } from "@/lib/testing/many-conversations";
import { Crowd } from "./crowd";
import { deliveriesOf, type Person, personWithCanaries } from "./people-with-canaries";
import { scale } from "./scale";
import { apiToken, hasBuild, startWebhook, type WebhookProcess, webhookToken } from "./webhook-process";

const admin = { email: "admin@example.com", password: "correct horse battery staple" };
const sizes = { people: scale({ short: 40, full: 1000 }), erased: scale({ short: 6, full: 10 }) };
const kills = scale({ short: 3, full: 50 });

describeEachDatabase("erasing people", (_openStore, createDatabase) => {
  it.runIf(hasBuild)(
    `leaves nothing of ${sizes.erased} of ${sizes.people} under load, though the server is killed ${kills} times`,
    async () => {
      const database = await createDatabase();
      let server = await startWebhook(database, { production: true, admin });
      const cookie = await signIn(server);
      let printed = "";
      const people = Array.from({ length: sizes.people }, (_, place) => personWithCanaries(place));
      const deliveries = deliveriesOf(people);
      for (const delivery of deliveries) expect(await send(server, delivery)).toMatchObject({ status: 200 });
      await untilProjected(server);
      // Some people's neighbours share a delivery with them.
      const erased = people
        .filter((_, place) => place % Math.floor(sizes.people / sizes.erased) === 1)
        .slice(0, sizes.erased);
      const others = people.filter((person) => !erased.includes(person));
      const before = await statesOf(server, others);
      for (const { canary } of erased) expect(await traces(database, canary)).not.toEqual([]);

      const crowd = new Crowd(() => server.url, { senders: 4 });
      const reading = hold(database);
      const ids: string[] = [];
      for (const [place, { visitorKey }] of erased.entries()) {
        const mode = place % 2 === 0 ? "content" : "whole";
        ids.push(await ask(server, cookie, { visitorKey, mode, reason: "They asked for it." }));
      }
      const random = randomNumbers(3);
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(random() * 600);
        await server.kill();
        printed += server.output();
        server = await startWebhook(database, { production: true, admin });
      }
      await reading.release();
      for (const id of ids) expect(await untilDone(server, cookie, id)).toMatchObject({ state: "done", remaining: 0 });
      await crowd.stop();
      expect(crowd.surprises).toEqual([]);

      // What was erased is sent again: it is recognized, counted, and not stored. A new message is stored.
      for (const delivery of deliveriesOf(erased).filter((_, place) => place % 3 === 0)) {
        expect((await send(server, delivery)).body).toMatchObject({ erased: people[0]?.events.length });
      }
      expect(differences(before, await statesOf(server, others))).toEqual([]);
      await server.kill();
      printed += server.output();
      for (const { canary } of erased) {
        expect(await traces(database, canary)).toEqual([]);
        expect(printed.toLowerCase()).not.toContain(canary);
      }
    },
    scale({ short: 300_000, full: 3_600_000 }),
  );
});

async function send({ url }: WebhookProcess, body: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}/api/webhook`, {
    method: "POST",
    headers: { "content-type": "application/json", token: webhookToken },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

/** Requests an erasure as the admin; returns its id. */
async function ask({ url }: WebhookProcess, cookie: string, wanted: object): Promise<string> {
  const headers = { "content-type": "application/json", origin: url, cookie };
  const request = { method: "POST", headers, body: JSON.stringify(wanted) };
  const response = await untilAnswered(() => fetch(`${url}/api/v1/privacy/erasures`, request));
  expect(response.status).toBe(202);
  return (await response.json()).id;
}

async function untilDone({ url }: WebhookProcess, cookie: string, id: string): Promise<{ state: string }> {
  for (;;) {
    const response = await untilAnswered(() => fetch(`${url}/api/v1/privacy/erasures/${id}`, { headers: { cookie } }));
    expect(response.status).toBe(200);
    const answer = await response.json();
    if (answer.state !== "running") return answer;
    await pause(200);
  }
}

/** The cookie of a session of the admin. */
async function signIn({ url }: WebhookProcess): Promise<string> {
  const headers = { "content-type": "application/json", origin: url };
  const request = { method: "POST", headers, body: JSON.stringify(admin) };
  const response = await untilAnswered(() => fetch(`${url}/api/auth/sign-in/email`, request));
  return cookieHeader(response.headers);
}

/** The first answer that is not that the server starts, or is busy. */
async function untilAnswered(request: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await request().catch(() => null);
    if (response !== null && response.status !== 503) return response;
    await pause(200);
  }
}

/** Resolves when every stored event is in lists and pages. */
async function untilProjected({ url }: WebhookProcess): Promise<void> {
  for (;;) {
    const headers = { authorization: `Bearer ${apiToken}` };
    const response = await untilAnswered(() => fetch(`${url}/api/v1/projection`, { headers }));
    if ((await response.json()).unprojectedEvents === 0) return;
    await pause(100);
  }
}

/** What the API tells about each of these people's conversations. */
async function statesOf({ url }: WebhookProcess, people: readonly Person[]): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (const { conversationKey } of people) {
    const headers = { authorization: `Bearer ${apiToken}` };
    const read = async (to: string) => {
      const response = await untilAnswered(() =>
        fetch(`${url}/api/v1/conversations/${conversationKey}${to}`, { headers }),
      );
      expect(response.status).toBe(200);
      return response.text();
    };
    states.set(conversationKey, (await read("")) + (await read("/events?limit=200")));
  }
  return states;
}

/** Where states differ first: some characters of both. */
function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].flatMap(([key, text]) => {
    const now = after.get(key) ?? "";
    if (now === text) return [];
    const at = [...text].findIndex((letter, place) => letter !== now[place]);
    return [`${key}: ${text.slice(at - 60, at + 60)} / ${now.slice(at - 60, at + 60)}`];
  });
}

/** Holds a read transaction, as a backup or a slow reader does. */
function hold(database: Database): { release(): Promise<void> } {
  if (database.dialect === "sqlite") {
    const reader = new BetterSqlite3(database.path, { readonly: true });
    reader.exec("BEGIN");
    reader.prepare('SELECT count(*) FROM "Event"').get();
    return { release: async () => void reader.close() };
  }
  const client = new Client({ connectionString: database.url });
  const begun = client.connect().then(() => client.query('BEGIN; SELECT count(*) FROM "Event"'));
  return { release: () => begun.then(() => client.end()) };
}

/** Where a word occurs: files of the database's folder, or tables. */
async function traces(database: Database, word: string): Promise<string[]> {
  return database.dialect === "sqlite"
    ? tracesInFolder(path.dirname(database.path), word)
    : tracesInTables(database.url, word);
}

function tracesInFolder(folder: string, word: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name));
  return files.filter((file) => statSync(file).isFile() && readFileSync(file, "latin1").toLowerCase().includes(word));
}

async function tracesInTables(url: string, word: string): Promise<string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const bytes = Buffer.from(word).toString("hex");
    const upper = Buffer.from(word.toUpperCase()).toString("hex");
    const { rowCount } = await client.query(
      `SELECT 1 FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%' OR t::text LIKE '%' || $3 || '%' LIMIT 1`,
      [word, bytes, upper],
    );
    if (rowCount) found.push(name);
  }
  await client.end();
  return found;
}
