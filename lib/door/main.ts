import "server-only";
import { Worker } from "node:worker_threads";
import { env } from "@/lib/env/env";
import { AppError } from "@/lib/errors/app-error";
import { outliveOutput } from "@/lib/ingest/outlive-output";
import { announce, announceFailure } from "@/lib/log/log";
import { redirectConsole } from "@/lib/log/redirect-console";
import { endWithNpm } from "@/lib/process/end-with-npm.mjs";
import { pagesCommand } from "@/lib/process/production-command.mjs";
import { keepBuild } from "@/lib/process/running-build.mjs";
import { rememberMigrations } from "@/lib/store/connection/known-migrations";
import { Door } from "./door";
import { Control } from "./restart/control";
import { nameOf, type RestartOrder } from "./restart/messages";
import { Predecessor } from "./restart/predecessor";
import { runFiles } from "./restart/run-files";
import { Successor } from "./restart/successor";

// What `npm start` and the container run, by lib/cli/serve.mjs; and `npm run restart`, by lib/cli/restart.ts.
const maxStopMs = 9000;
let door: Door | null = null;
let control: Control | null = null;
let isStopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), maxStopMs).unref();
    control?.remove();
    await door?.stop();
    process.exit(0);
  });
}
endWithNpm();
outliveOutput();
redirectConsole();
const predecessor = Predecessor.ofProcess();
try {
  const { port, appUrl, database } = env();
  rememberMigrations(database.dialect);
  keepBuild(import.meta.dirname);
  const startThread = () => new Worker(new URL("./run-log-thread.mjs", import.meta.url));
  const running = new Door({ startThread, pagesCommand: pagesCommand(), port });
  door = running;
  if (predecessor === null) await running.listen();
  else await running.takeOver(predecessor, upgrade);
  control = new Control({ ...runFiles(database, port), restart: restart.bind(null, running) });
  control.open();
  predecessor?.leave();
  await running.untilPages();
  if (!isStopping) announce(`\n  Playhead  ${appUrl}\n  Webhook   ${appUrl}/api/webhook\n`, { url: appUrl });
} catch (error) {
  announceFailure(error);
  await predecessor?.fail(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

/** On a thread that ends with this process, which rolls the upgrade back. */
async function upgrade(): Promise<void> {
  const worker = new Worker(new URL("./migrate.mjs", import.meta.url));
  const code = await new Promise((resolve) => {
    worker.once("error", () => resolve(1));
    worker.once("exit", resolve);
  });
  if (code !== 0) throw new AppError("take_over_failed", "The database was not upgraded. The server's log says why.");
}

async function restart(
  running: Door,
  order: RestartOrder,
  tell: (text: string) => void,
  signal: AbortSignal,
): Promise<{ pid: number }> {
  refuse(order);
  tell("Starting the new version");
  const successor = new Successor(order);
  signal.addEventListener("abort", () => successor.cancel());
  await running.handOver(successor);
  control?.close();
  await successor.leave();
  announce(`Process ${successor.pid} has taken over. This one ends when its connections have ended.`);
  void running.leave().then(() => process.exit(0));
  return { pid: successor.pid };
}

/** @throws Error why the restart is not possible */
function refuse({ host, database }: RestartOrder): void {
  const own = { host: env().host, database: nameOf(env().database) };
  const { port } = env();
  if (database !== own.database) {
    throw new Error(
      `The Playhead on port ${port} uses another database, ${own.database}. Stop it and start Playhead again.`,
    );
  }
  if (host !== own.host) {
    throw new Error(`The Playhead on port ${port} listens on HOST ${own.host}. Stop it and start Playhead again.`);
  }
}
