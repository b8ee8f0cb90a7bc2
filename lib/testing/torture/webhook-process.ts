import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Database } from "@/lib/env/database-url";
import { memoryFlags, productionEnvironment } from "@/lib/process/production-command.mjs";
import { freePort } from "@/lib/testing/processes/free-port";
import { ServerProcess } from "@/lib/testing/processes/server-process";
import { bundledServer } from "./bundle-server";
import { isInFull } from "./scale";

export const webhookToken = "a-token-that-only-the-torture-knows";
export const metricsToken = "a-token-for-the-metrics-of-the-torture";

/** An API token for all servers. */
export const apiToken = "a-token-of-scripts-that-only-the-torture-knows";

/** A running server with its database. */
export interface WebhookProcess {
  /** Changes when another process takes over. */
  url: string;
  pid: number;
  output(): string;
  closeOutput(): void;
  ended: Promise<number | null>;
  kill(): Promise<void>;
}

interface Options {
  /** The door with or without its page server. The full suite uses the former. */
  production?: boolean;
  /** A command that runs the server, such as `strace`. */
  under?: readonly string[];
  /** Lets SQLite acknowledge what is not on the disk: the bare server, without its thread. */
  isUnsafe?: boolean;
  /** An account to sign in with, for the production server. */
  admin?: { email: string; password: string };
}

/** Whether there is a production build. */
export const hasBuild = existsSync(".next/BUILD_ID");

/** Starts a server on a migrated database and waits until it is ready. */
export async function startWebhook(database: Database, options: Options = {}): Promise<WebhookProcess> {
  return prepareWebhook(database, options).start();
}

/** Preloads a server: `start` only opens the database, which takes a fraction of a second for the bare server. */
export function prepareWebhook(
  database: Database,
  { production = isInFull && hasBuild, under = [], isUnsafe = false, admin }: Options = {},
): { start(): Promise<WebhookProcess>; discard(): void } {
  if (production) return { start: () => startProduction(database, admin), discard: () => {} };
  const options = [...memoryFlags, "--conditions=react-server", "--enable-source-maps"];
  const command = [...under, process.execPath, ...options, bundledServer];
  const mode = isUnsafe ? { NODE_ENV: "development", TORTURE_SYNCHRONOUS: "NORMAL" } : {};
  const server = new ServerProcess(command, { env: { ...productionEnvironment, ...environmentOf(database), ...mode } });
  return {
    discard: () => void server.kill(),
    start: async () => {
      server.write("go\n");
      return running(server, await server.untilPrinted(/^port (\d+)$/m));
    },
  };
}

async function startProduction(database: Database, admin: Options["admin"]): Promise<WebhookProcess> {
  const port = await freePort();
  const account = admin && { PLAYHEAD_ADMIN_EMAIL: admin.email, PLAYHEAD_ADMIN_PASSWORD: admin.password };
  const server = ServerProcess.production(port, { env: { ...environmentOf(database), ...account } });
  const process = running(server, port);
  await server.untilReady(process.url);
  return process;
}

function running(server: ServerProcess, port: number | string): WebhookProcess {
  const { pid, ended } = server;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid,
    ended,
    output: () => server.output(),
    closeOutput: () => server.closeOutput(),
    kill: () => server.kill(),
  };
}

export function environmentOf(database: Database): Record<string, string> {
  return {
    DATABASE_URL: database.dialect === "sqlite" ? `file:${database.path}` : database.url,
    AUTH_SECRET: "a secret of tests, long enough to sign with",
    WEBHOOK_TOKENS: webhookToken,
    PLAYHEAD_API_TOKEN: apiToken,
    METRICS_TOKEN: metricsToken,
  };
}

/** The process id of the page server: the door's only child. */
export function pagesOf({ pid }: { readonly pid: number }): number {
  return Number(execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" }).trim());
}

/** Whether a process is running; a zombie is not. */
export function isThere(pid: number): boolean {
  try {
    return !execFileSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).startsWith("Z");
  } catch {
    return false;
  }
}
