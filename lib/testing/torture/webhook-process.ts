import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/lib/env/database-url";
import { bundledServer } from "./bundle-server";
import { isInFull } from "./scale";

export const webhookToken = "a-token-that-only-the-torture-knows";

/** A running server process on a database. */
export interface WebhookProcess {
  url: string;
  pid: number;
  /** What it printed so far. */
  output(): string;
  /** Resolves when it has ended, with its exit code; null after a signal. */
  ended: Promise<number | null>;
  /** As the power button would: SIGKILL. */
  kill(): Promise<void>;
}

interface Options {
  /** Next's production server, or the bare one around the same routes. The suite in full takes the former. */
  production?: boolean;
  /** A command that runs the server's, `strace` for one. */
  under?: readonly string[];
  /** Lets SQLite acknowledge what is not on the disk: the bare server, without its thread. */
  isUnsafe?: boolean;
}

/** Whether there is a production build to serve. */
export const hasBuild = existsSync(".next/BUILD_ID");

/** Starts a server on a migrated database and waits until it is ready. */
export async function startWebhook(database: Database, options: Options = {}): Promise<WebhookProcess> {
  return prepareWebhook(database, options).start();
}

/** Loads a server beforehand: `start` opens the database, and takes a fraction of a second where the server is the bare one. */
export function prepareWebhook(
  database: Database,
  { production = isInFull && hasBuild, under = [], isUnsafe = false }: Options = {},
): { start(): Promise<WebhookProcess>; discard(): void } {
  if (production) return { start: () => startProduction(database), discard: () => {} };
  const script = ["--conditions=react-server", "--enable-source-maps", bundledServer];
  const [command = process.execPath, ...args] = [...under, process.execPath, ...script];
  const child = spawn(command, args, {
    env: { ...environment(database), ...(isUnsafe && { NODE_ENV: "development", TORTURE_SYNCHRONOUS: "NORMAL" }) },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const running = follow(child);
  return {
    discard: () => child.kill("SIGKILL"),
    start: async () => {
      child.stdin.write("go\n");
      const port = await untilPrinted(child, running.output, /^port (\d+)$/m);
      return { ...running, url: `http://127.0.0.1:${port}` };
    },
  };
}

async function startProduction(database: Database): Promise<WebhookProcess> {
  const port = await freePort();
  const args = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
  const child = spawn(process.execPath, args, {
    env: { ...environment(database), PORT: String(port) },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const server = { ...follow(child), url: `http://127.0.0.1:${port}` };
  while (child.exitCode === null) {
    const answer = await fetch(`${server.url}/api/ready`).catch(() => null);
    if (answer?.ok) return server;
    await pause(50);
  }
  throw new Error(`The server did not start.\n${server.output()}`);
}

function environment(database: Database): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_MANUAL_SIG_HANDLE: "1",
    DATABASE_URL: database.dialect === "sqlite" ? `file:${database.path}` : database.url,
    AUTH_SECRET: "a secret of tests, long enough to sign with",
    WEBHOOK_TOKENS: webhookToken,
  };
}

function follow(child: ChildProcess): Omit<WebhookProcess, "url"> {
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      printed = (printed + chunk).slice(-20_000);
    });
  }
  child.stdin?.on("error", () => {});
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { pid: child.pid ?? 0, output: () => printed, ended, kill };
}

async function untilPrinted(child: ChildProcess, output: () => string, pattern: RegExp): Promise<string> {
  while (child.exitCode === null && child.signalCode === null) {
    const found = pattern.exec(output())?.[1];
    if (found !== undefined) return found;
    await pause(5);
  }
  throw new Error(`The server did not start.\n${output()}`);
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
