import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { POST as createFirst } from "@/app/api/auth/first-account/route";
import { GET as readSession } from "@/app/api/auth/get-session/route";
import { POST as signIn } from "@/app/api/auth/sign-in/email/route";
import { GET as readMetrics } from "@/app/api/metrics/route";
import { GET as readReady } from "@/app/api/ready/route";
import { POST as addBookmark } from "@/app/api/v1/bookmarks/route";
import { GET as readConversations } from "@/app/api/v1/conversations/route";
import { POST as deliver } from "@/app/api/webhook/route";
import { addAccount } from "@/lib/auth/accounts";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { lockDatabase, restrictDatabase } from "@/lib/testing/disturb-database";
import { type PostgresServer, startPostgres } from "@/lib/testing/postgres/start-postgres";
import { useStore } from "@/lib/testing/use-store";
import { migrate } from "@/prisma/migrate";
import { cookieHeader } from "./access/cookie-header";

vi.stubEnv("AUTH_SECRET", "a secret of tests, long enough to sign with");
vi.stubEnv("WEBHOOK_TOKENS", "right");
vi.stubEnv("METRICS_TOKEN", "metrics-token");
vi.stubEnv("PLAYHEAD_API_TOKEN", "token-of-the-environment");

const origin = "http://localhost:3000";
const owner = { email: "owner@example.com", password: "a kettle on the moon" };
const json = { "content-type": "application/json", origin };

/** A request to each endpoint that needs the database, by name. */
function requests(cookie: string): Record<string, () => Promise<Response>> {
  const post = (path: string, body: unknown, headers = {}) =>
    new Request(`${origin}${path}`, { method: "POST", headers: { ...json, ...headers }, body: JSON.stringify(body) });
  const get = (path: string, headers = {}) => new Request(`${origin}${path}`, { headers });
  return {
    "the API with a token": () =>
      readConversations(get("/api/v1/conversations", { authorization: "Bearer token-of-the-environment" })),
    "the API with a session": () => readConversations(get("/api/v1/conversations", { cookie })),
    "a change": () => addBookmark(post("/api/v1/bookmarks", { conversation: "x" }, { cookie })),
    "sign-in": () => signIn(post("/api/auth/sign-in/email", owner)),
    "a session": () => readSession(get("/api/auth/get-session", { cookie })),
    "the first account": () => createFirst(post("/api/auth/first-account", { code: "x", name: "x", ...owner })),
    "the webhook": () => deliver(post("/api/webhook", { events: [] }, { token: "right" })),
    readiness: () => readReady(),
  };
}

async function signedIn(store: Store): Promise<string> {
  useStore(store);
  expect(await addAccount({ ...owner, name: "Owner", role: "admin" })).toMatchObject({ ok: true });
  const response = await requests("")["sign-in"]?.();
  expect(response?.status).toBe(200);
  return cookieHeader(response?.headers ?? new Headers());
}

/** Expects a 503 from each of `names`, with a reason in a JSON body and Retry-After. */
async function expectUnavailable(cookie: string, names: string[], reason: RegExp): Promise<void> {
  const all = requests(cookie);
  const answers = await Promise.all(names.map((name) => all[name]?.()));
  for (const [place, response] of answers.entries()) {
    const name = names[place];
    expect.soft(response?.status, name).toBe(503);
    expect.soft(Number(response?.headers.get("retry-after")), name).toBeGreaterThan(0);
    const body = await response?.json().catch(() => null);
    expect
      .soft(body?.error ?? body?.reason, name)
      .toMatch(name === "the webhook" ? /cannot store the delivery/ : reason);
  }
}

const everything = Object.keys(requests(""));

describe("an unavailable Postgres", () => {
  let postgres: PostgresServer;
  let store: Store;
  let cookie = "";

  beforeAll(async () => {
    postgres = await startPostgres();
    const database = { dialect: "postgresql", url: postgres.url } as const;
    await migrate(database);
    store = openStore(database);
    cookie = await signedIn(store);
  });
  afterAll(async () => {
    await store.close();
    await postgres.stop();
  });

  it("is a 503 with a reason at every endpoint, and does not delay metrics", async () => {
    const metrics = () => readMetrics(new Request(origin, { headers: { authorization: "Bearer metrics-token" } }));
    expect(await (await metrics()).text()).toMatch(/^playhead_quarantine_open 0$/m);
    await postgres.pause();
    await expectUnavailable(cookie, everything, /cannot be reached|not available right now/);
    const startedAt = performance.now();
    const text = await (await metrics()).text();
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(text).toMatch(/^playhead_ready 0$/m);
    // The last known values, and their age.
    expect(text).toMatch(/^playhead_quarantine_open 0$/m);
    expect(Number(/^playhead_gauges_age_seconds (\S+)$/m.exec(text)?.[1])).toBeGreaterThan(0);
    await postgres.resume();
    expect((await requests(cookie)["the API with a session"]?.())?.status).toBe(200);
    expect((await requests(cookie)["sign-in"]?.())?.status).toBe(200);
  });

  it("is also one if all connections are in use", async () => {
    const sleeping = [
      ...Array.from({ length: 10 }, () => store.reader),
      ...Array.from({ length: 5 }, () => store.records),
    ].map((client) => client.$queryRaw`SELECT pg_sleep(6)::text`.then(() => {}));
    const readers = everything.filter((name) => !["the webhook", "readiness"].includes(name));
    await expectUnavailable(cookie, readers, /cannot be reached|not available right now/);
    await Promise.all(sleeping);
  });
});

describeEachDatabase("a database that takes no writes", (_openStore, createDatabase, dialect) => {
  const writers = ["sign-in", "the webhook", "readiness"];

  it("is a 503 with a reason while another process keeps it locked", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    const cookie = await signedIn(store);
    const release = await lockDatabase(database);
    // On Postgres, only writes of events wait for the lock of its clock.
    const locked = dialect === "sqlite" ? writers : ["the webhook", "readiness"];
    await expectUnavailable(cookie, locked, /locked|do not finish/);
    await release();
    expect((await requests(cookie)["sign-in"]?.())?.status).toBe(200);
    await store.close();
  });

  it.runIf(dialect === "postgresql")("is one if the permission to insert is missing", async () => {
    const database = await createDatabase();
    if (database.dialect !== "postgresql") throw new Error("This is for Postgres.");
    const owned = openStore(database);
    const cookie = await signedIn(owned);
    const restricted = await restrictDatabase(database.url);
    const store = openStore(restricted.database);
    useStore(store);
    await expectUnavailable(cookie, writers, /does not let Playhead/);
    await store.close();
    await restricted.drop();
    await owned.close();
  });
});
