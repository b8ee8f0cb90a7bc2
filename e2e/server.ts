import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";

export type DatabaseKind = "sqlite" | "postgresql";

/** A running Playhead: the production build on a database of its own. */
export interface Server {
  url: string;
  webhookToken: string;
  /** What it printed so far. */
  output: () => string;
  stop: () => Promise<void>;
}

export const admin = { email: "admin@example.com", password: "correct horse battery staple" };

export interface ServerOptions {
  database: DatabaseKind;
  /** A free one unless told. */
  port?: number;
  /** More variables; `undefined` takes one away. */
  env?: Record<string, string | undefined>;
}

/** Starts the production build as `npm start` does, on a free port with a fresh database, and waits until it is ready. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { database, env = {} } = options;
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(path.join(tmpdir(), "playhead-e2e-"));
  const store = database === "sqlite" ? sqlite(folder) : await postgres();
  const webhookToken = "e2e-webhook-token";
  const variables = {
    ...process.env,
    NODE_ENV: undefined,
    PORT: String(port),
    HOST: "127.0.0.1",
    APP_URL: url,
    DATABASE_URL: store.url,
    AUTH_SECRET: "e2e-secret-that-is-long-enough-to-sign",
    WEBHOOK_TOKENS: `${webhookToken},e2e-second-token`,
    PLAYHEAD_ADMIN_EMAIL: admin.email,
    PLAYHEAD_ADMIN_PASSWORD: admin.password,
    ...env,
  };
  const child = spawn(process.execPath, ["lib/cli/start.mjs"], {
    env: Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined)) as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const stop = async () => {
    await end(child);
    await store.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, child);
  } catch (error) {
    await stop();
    throw new Error(`The server did not become ready.\n${output}`, { cause: error });
  }
  return { url, webhookToken, output: () => output, stop };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const response = await fetch(`${url}/api/ready`).catch(() => null);
    if (response?.ok) return;
    await pause(150);
  }
  throw new Error("it was not ready within 90 s");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const hurry = setTimeout(() => child.kill("SIGKILL"), 12_000);
  await ended;
  clearTimeout(hurry);
}

function sqlite(folder: string) {
  return { url: `file:${path.join(folder, "playhead.db")}`, drop: async () => {} };
}

async function postgres() {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error("TEST_POSTGRES_URL is not set, and e2e/global-setup.ts did not run");
  const name = `playhead_e2e_${process.pid}_${Date.now()}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await administer(server, `CREATE DATABASE "${name}"`);
  return { url: url.href, drop: () => administer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      if (typeof address !== "object" || address === null) return reject(new Error("no port"));
      probe.close(() => resolve(address.port));
    });
  });
}
