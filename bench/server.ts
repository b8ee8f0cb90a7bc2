import { freePort } from "@/lib/testing/processes/free-port";
import { ServerProcess } from "@/lib/testing/processes/server-process";
import type { FreshDatabase } from "./database";
import { memoryOf } from "./process-memory";

/** The production build with a database. */
export interface BenchServer {
  pid: number;
  port: number;
  url: string;
  webhookToken: string;
  apiToken: string;
  admin: { email: string; password: string };
  /** Current memory of door and page server, in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

const secrets = {
  webhookToken: "bench-webhook-token",
  apiToken: "bench-api-token-0123456789",
  admin: { email: "admin@example.com", password: "correct horse battery staple" },
};

/** Starts the existing build on a migrated database: the door and its page server, or Next alone. */
export async function startServer(
  { url: databaseUrl }: FreshDatabase,
  { isStandalone = false } = {},
): Promise<BenchServer> {
  const port = (!isStandalone && Number(process.env.BENCH_PORT)) || (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const start = isStandalone ? ServerProcess.standalone : ServerProcess.production;
  const server = start(port, {
    showsErrors: true,
    env: {
      NODE_OPTIONS: process.env.BENCH_NODE_OPTIONS ?? "",
      APP_URL: url,
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: "bench-secret-that-is-long-enough-to-sign",
      WEBHOOK_TOKENS: secrets.webhookToken,
      PLAYHEAD_API_TOKEN: secrets.apiToken,
      PLAYHEAD_ADMIN_EMAIL: secrets.admin.email,
      PLAYHEAD_ADMIN_PASSWORD: secrets.admin.password,
    },
  });
  await server.untilReady(url);
  await fetch(`${url}/sign-in`).then((response) => response.text());
  return { pid: server.pid, port, url, ...secrets, memory: () => memoryOf(server.pid), stop: () => server.stop() };
}
