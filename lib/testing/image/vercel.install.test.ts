import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createPostgresDatabase, type PostgresDatabase } from "@/lib/testing/postgres/postgres-database";
import { freePort } from "@/lib/testing/processes/free-port";
import { migrate } from "@/prisma/migrate";
import { Container, canContain } from "./container";

/** What a function may load. */
const mostBytes = 60e6;
const postgres = process.env.TEST_POSTGRES_URL ?? "";
const folder = mkdtempSync(join(tmpdir(), "playhead-vercel-"));
const image = join(folder, "app");
const data = join(folder, "data");
let database: PostgresDatabase | null = null;
let container: Container | null = null;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  mkdirSync(data);
  execFileSync(process.execPath, ["lib/cli/image.mjs", image], { stdio: "pipe" });
  if (postgres === "") return;
  database = await createPostgresDatabase(postgres, `playhead_vercel_${randomBytes(4).toString("hex")}`);
  await migrate({ dialect: "postgresql", url: database.url });
}, 600_000);
afterEach(() => container?.remove());
afterAll(async () => {
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

it("loads 60 MB at most, all functions together", () => {
  const traces = readdirSync(".next", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".nft.json") && !path.startsWith("standalone"))
    .map((path) => join(".next", path));
  const files = new Set(
    traces.flatMap((trace) => {
      const { files } = JSON.parse(readFileSync(trace, "utf8")) as { files: string[] };
      return [trace.replace(/\.nft\.json$/, ""), ...files.map((file) => join(dirname(trace), file))];
    }),
  );
  const present = [...files].filter((file) => existsSync(file) && statSync(file).isFile());
  expect(present.length).toBeGreaterThan(500);
  // The database and its secret are not among them.
  expect(present.filter((file) => relative(resolve("data"), resolve(file)).startsWith("..") === false)).toEqual([]);
  expect(present.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(mostBytes);
});

it("is not built without Postgres, and says why", () => {
  const env: NodeJS.ProcessEnv = { ...process.env, VERCEL: "1", DATABASE_URL: "" };
  const build = () => execFileSync(process.execPath, ["lib/cli/start.mjs", "--build-only"], { env, stdio: "pipe" });
  expect(build).toThrow("DATABASE_URL must be a Postgres address on Vercel");
});

/** Named exceptions: the platform's own routing, its limit of 4.5 MB for bodies, and that it freezes a function between requests. */
describe.skipIf(!canContain() || postgres === "")("the traced files as a function, on a read-only file system", () => {
  it("answers the webhook, pages, the API and the scheduler", async () => {
    const url = await serve(database?.url ?? "");
    const create = readFileSync("lib/samples/conversation_create.json", "utf8");
    const headers = { authorization: "Bearer a-token" };
    const deliver = (body: string) => fetch(`${url}/api/webhook`, { method: "POST", headers, body });
    expect(await (await deliver(create)).json()).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await (await deliver(create)).json()).toMatchObject({ accepted: 0, duplicates: 1 });
    expect((await deliver("{")).status).toBe(400);
    expect((await fetch(`${url}/api/webhook`, { method: "POST", body: create })).status).toBe(401);
    const api = { headers: { authorization: "Bearer an-api-token" } };
    const { data: found } = await (await fetch(`${url}/api/v1/conversations`, api)).json();
    expect(found).toHaveLength(1);
    expect((await fetch(`${url}/api/v1/export?format=jsonl`, api)).status).toBe(200);
    expect((await fetch(`${url}/api/jobs/tick`)).status).toBe(401);
    const jobs = await fetch(`${url}/api/jobs/tick`, {
      headers: { authorization: "Bearer a-secret-of-the-scheduler" },
    });
    expect(await jobs.json()).toEqual({ steps: expect.any(Number) });
    expect((await fetch(`${url}/api/ready`)).status).toBe(200);
    const page = await fetch(`${url}/sign-in`);
    expect(page.status).toBe(200);
    // The production address is https.
    expect(page.headers.get("strict-transport-security")).toContain("max-age");
    const cookies = await signIn(url);
    expect(cookies).toMatch(/^__Host-.*; Secure/i);
    const cookie = cookies.split(";", 1)[0] ?? "";
    for (const path of [
      "/",
      `/conversations/${found[0].key}`,
      "/deliveries",
      "/setup",
      "/settings/account",
      "/bookmarks",
    ]) {
      expect.soft((await fetch(`${url}${path}`, { headers: { cookie }, redirect: "manual" })).status, path).toBe(200);
    }
    expect(container?.printed).not.toMatch(/EROFS|EACCES|MODULE_NOT_FOUND|Cannot find module/);
  }, 180_000);

  it("answers 503 while the database is away at a cold start, and stores as soon as it is there", async () => {
    const { hostname, port } = new URL(database?.url ?? "");
    const own = await freePort();
    const address = new URL(database?.url ?? "");
    address.port = String(own);
    const url = await serve(address.href);
    const deliver = () =>
      fetch(`${url}/api/webhook`, { method: "POST", headers: { authorization: "Bearer a-token" }, body: "{}" });
    for (const response of [await deliver(), await fetch(`${url}/api/ready`), await fetch(`${url}/sign-in`)]) {
      expect.soft(response.status, response.url).toBe(503);
      expect.soft(Number(response.headers.get("retry-after")), response.url).toBeGreaterThan(0);
    }
    const bridge = await openBridge(own, { host: hostname, port: Number(port) });
    await expect.poll(async () => (await deliver()).status, { timeout: 30_000, interval: 250 }).toBe(200);
    await container?.remove();
    bridge.close();
  }, 120_000);
});

/** Starts a function's server, and resolves with its address. */
async function serve(databaseUrl: string): Promise<string> {
  const port = await freePort();
  const variables = {
    VERCEL: "1",
    VERCEL_PROJECT_PRODUCTION_URL: "playhead.example.com",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "a-secret-of-tests-long-enough",
    WEBHOOK_TOKENS: "a-token",
    PLAYHEAD_API_TOKEN: "an-api-token",
    CRON_SECRET: "a-secret-of-the-scheduler",
    PLAYHEAD_ADMIN_EMAIL: "ada@example.com",
    PLAYHEAD_ADMIN_PASSWORD: "a-kettle-on-the-moon",
    HOSTNAME: "127.0.0.1",
    PORT: String(port),
  };
  container = new Container({ image, data, variables, server: "server.js" });
  const url = `http://127.0.0.1:${port}`;
  await expect
    .poll(async () => (await fetch(`${url}/api/health`).catch(() => null))?.status, { timeout: 60_000 })
    .toBe(200);
  return url;
}

/** Returns the session's cookie. */
async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "https://playhead.example.com" },
    body: JSON.stringify({ email: "ada@example.com", password: "a-kettle-on-the-moon" }),
  });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie()[0] ?? "";
}

function openBridge(port: number, target: { host: string; port: number }): Promise<Server> {
  const bridge = createServer((socket) => {
    const other = connect(target);
    socket.pipe(other).pipe(socket);
    for (const end of [socket, other]) end.on("error", () => end.destroy());
  });
  return new Promise((resolve) => bridge.listen(port, "127.0.0.1", () => resolve(bridge)));
}
