import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/lib/testing/processes/free-port";
import { loadEmbeddedPostgres } from "./embedded-postgres";

/** A Postgres server; `pause` stops it and keeps its data, `resume` starts it again on the same port. */
export interface PostgresServer {
  url: string;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a Postgres with its data in a temporary folder, also as root and without a `postgres` user.
 * @throws Error with the server's log if it does not start
 */
export async function startPostgres(): Promise<PostgresServer> {
  const port = await freePort();
  const log: string[] = [];
  const databaseDir = mkdtempSync(join(tmpdir(), "playhead-postgres-"));
  const { Server, forget } = await loadEmbeddedPostgres();
  const server = new Server({
    databaseDir,
    port,
    user: "playhead",
    password: "playhead",
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"],
    onLog: (message) => log.push(message),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`The tests' Postgres did not start; set TEST_POSTGRES_URL to use another.\n${log.join("")}`, {
      cause: error,
    });
  }
  return {
    url: `postgresql://playhead:playhead@127.0.0.1:${port}/postgres`,
    pause: () => server.stop(),
    resume: () => server.start(),
    stop: async () => {
      await server.stop();
      rmSync(databaseDir, { recursive: true, force: true });
      forget();
    },
  };
}
