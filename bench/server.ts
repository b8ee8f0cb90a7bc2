import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { FreshDatabase } from "./database";

/** The production build, serving a database. */
export interface BenchServer {
  port: number;
  url: string;
  webhookToken: string;
  apiToken: string;
  admin: { email: string; password: string };
  /** Bytes of memory that the process holds now. */
  memory(): number;
  stop(): Promise<void>;
}

const secrets = {
  webhookToken: "bench-webhook-token",
  apiToken: "bench-api-token-0123456789",
  admin: { email: "admin@example.com", password: "correct horse battery staple" },
};

/** Starts the build that is there on a migrated database. */
export async function startServer({ url: databaseUrl }: FreshDatabase): Promise<BenchServer> {
  const port = Number(process.env.BENCH_PORT) || (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? "",
      NEXT_TELEMETRY_DISABLED: "1",
      NEXT_MANUAL_SIG_HANDLE: "1",
      APP_URL: url,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: "bench-secret-that-is-long-enough-to-sign",
      WEBHOOK_TOKENS: secrets.webhookToken,
      PLAYHEAD_API_TOKEN: secrets.apiToken,
      PLAYHEAD_ADMIN_EMAIL: secrets.admin.email,
      PLAYHEAD_ADMIN_PASSWORD: secrets.admin.password,
    },
  });
  const stop = () => end(child);
  try {
    await untilReady(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, url, ...secrets, memory: () => memoryOf(child), stop };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with code ${child.exitCode}.`);
    const response = await fetch(`${url}/api/ready`).catch(() => null);
    if (response?.ok) return;
    await pause(100);
  }
  throw new Error("The server was not ready within 60 s.");
}

function memoryOf({ pid }: ChildProcess): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const hurry = setTimeout(() => child.kill("SIGKILL"), 12_000);
  await ended;
  clearTimeout(hurry);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
