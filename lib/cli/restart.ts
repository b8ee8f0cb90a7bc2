import { existsSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";
import { nameOf, type RestartAnswer, type RestartOrder } from "@/lib/door/restart/messages";
import { runFiles } from "@/lib/door/restart/run-files";
import { env } from "@/lib/env/env";
import { doorCommand, productionEnvironment } from "@/lib/process/production-command.mjs";
import { copyBuild } from "@/lib/process/running-build.mjs";
import { store } from "@/lib/store/connection/client";
import { upgradedByNewer } from "@/lib/store/connection/known-migrations";
import { compareMigrations } from "@/lib/store/connection/readiness";
import { build } from "./build.mjs";
import { childEnvironment, prepare, root, step } from "./prepare.mjs";
import { runCommand } from "./run-command";

/** Another restart may have just ended. */
const connectWithinMs = 2000;

await runCommand(async () => {
  if (process.platform === "win32") {
    return "Windows cannot hand a port over to another process: stop Playhead and start it again.";
  }
  process.chdir(root);
  const { database, host, port } = env();
  const found = await findRunning();
  if (found === null)
    return `No Playhead was found that runs on port ${port} with this database. Start it with: npm start`;
  found.destroy();
  if (isFirstProcess()) return "Playhead is the first process of this container: replace the container instead.";
  // With NODE_ENV=production, only production dependencies have been installed so far.
  await prepare();
  await build();
  step("Checking the database");
  const upgrades = await needsUpgrade();
  if (typeof upgrades === "string") return upgrades;
  const running = await findRunning();
  if (running === null) return "The running Playhead has ended meanwhile. Start it with: npm start";
  const order = {
    command: [process.execPath, ...doorCommand(copyBuild())],
    cwd: root,
    env: variables(),
    host,
    database: nameOf(database),
    upgrades,
  };
  return give(order, running);
});

/** A container ends with its first process. */
function isFirstProcess(): boolean {
  const { database, port } = env();
  const { pid } = runFiles(database, port);
  return existsSync(pid) && Number(readFileSync(pid, "utf8")) === 1;
}

/** A connection to the running door; null if there is none. */
async function findRunning(): Promise<Socket | null> {
  const { database, port } = env();
  const { socket: path } = runFiles(database, port);
  for (const until = Date.now() + connectWithinMs; ; ) {
    const attempt = await open(path);
    if (attempt instanceof Error && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100));
    else if (!(attempt instanceof Error)) return attempt;
    else if (isAbsent(attempt)) return null;
    else throw attempt;
  }
}

function open(path: string): Promise<Socket | NodeJS.ErrnoException> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once("connect", () => resolve(socket));
    socket.once("error", resolve);
  });
}

function isAbsent({ code }: NodeJS.ErrnoException): boolean {
  return code === "ENOENT" || code === "ECONNREFUSED";
}

/** Returns a reason if the database is not compatible with this version. */
async function needsUpgrade(): Promise<boolean | string> {
  try {
    const { newer, missing } = await compareMigrations(store());
    if (newer.length === 0) return missing.length > 0;
    return `${upgradedByNewer(newer)}.`;
  } finally {
    await store().close();
  }
}

/** The environment of `npm start`. The new version outlives this command. */
function variables(): Record<string, string> {
  const { npm_lifecycle_event: _, ...own }: NodeJS.ProcessEnv = childEnvironment(productionEnvironment);
  const present = Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(present);
}

/** Sends the restart order and follows its progress. Returns an error message, or null. */
async function give(order: RestartOrder, running: Socket): Promise<string | null> {
  running.on("error", () => {});
  running.write(`${JSON.stringify(order)}\n`);
  for await (const line of createInterface({ input: running })) {
    // Written by the running door.
    const answer = JSON.parse(line) as RestartAnswer;
    if (answer.kind === "failed") return `${answer.reason}\nThe running version stays in service.`;
    if (answer.kind === "told") step(answer.text);
    else {
      step(
        `Process ${answer.pid} has taken over from process ${answer.oldPid}, which ends when its connections have ended`,
      );
      return null;
    }
  }
  return "The running Playhead ended before the new version had taken over. Start it with: npm start";
}
