import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createPostgresDatabase } from "@/lib/testing/postgres/postgres-database";
import { freePort } from "@/lib/testing/processes/free-port";
import { ServerProcess } from "@/lib/testing/processes/server-process";

export type DatabaseKind = "sqlite" | "postgresql";

/** A running Playhead: the production build with its own database. */
export interface Server {
  url: string;
  webhookToken: string;
  /** Its output so far. */
  output: () => string;
  stop: () => Promise<void>;
}

export const admin = { email: "admin@example.com", password: "correct horse battery staple" };

export interface ServerOptions {
  database: DatabaseKind;
  /** Default: a free port. */
  port?: number;
  /** Additional variables; `undefined` removes one. */
  env?: Record<string, string | undefined>;
}

/** Starts the production build like `npm start`, on a free port with a new database, and waits until it is ready. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { database, env = {} } = options;
  const port = options.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(path.join(tmpdir(), "playhead-e2e-"));
  const store = database === "sqlite" ? sqlite(folder) : await postgres();
  const webhookToken = "e2e-webhook-token";
  const server = new ServerProcess([process.execPath, "lib/cli/start.mjs"], {
    env: {
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
    },
  });
  const stop = async () => {
    await server.stop();
    await store.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  await server.untilPages(url).catch(async (error) => {
    await stop();
    throw error;
  });
  return { url, webhookToken, output: () => server.output(), stop };
}

function sqlite(folder: string) {
  return { url: `file:${path.join(folder, "playhead.db")}`, drop: async () => {} };
}

async function postgres() {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error("TEST_POSTGRES_URL is not set, and e2e/support/global-setup.ts did not run");
  return createPostgresDatabase(server, `playhead_e2e_${process.pid}_${Date.now()}`);
}
