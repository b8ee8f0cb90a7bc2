import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { describeEachDatabase } from "@/lib/testing/databases";
import { freePort } from "@/lib/testing/processes/free-port";
import { ServerProcess } from "@/lib/testing/processes/server-process";
import { SteadyLoad } from "@/lib/testing/steady-load";
import { checkDatabase } from "./check-database";
import { isInFull, scale } from "./scale";
import { untilPages } from "./until-pages";
import { environmentOf, hasBuild, isThere, pagesOf, webhookToken } from "./webhook-process";

const restarts = scale({ short: 1, full: 5 });
const frozenMs = scale({ short: 4000, full: 70_000 });
const laterVersion = "9.9.9";

/** A copy of the project, in which a new version can be installed over the running one. */
let project = "";

beforeAll(() => {
  if (!hasBuild) return;
  mkdirSync("test-results", { recursive: true });
  project = mkdtempSync(resolve("test-results", "project-"));
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter((name) => name !== "" && existsSync(name))) {
    cpSync(file, join(project, file), { verbatimSymlinks: true });
  }
  cpSync("prisma/generated", join(project, "prisma", "generated"), { recursive: true, preserveTimestamps: true });
  // Next builds only what is within the project; to serve, a link is enough.
  if (isInFull) execFileSync("cp", ["-al", "node_modules", join(project, "node_modules")]);
  else symlinkSync(resolve("node_modules"), join(project, "node_modules"));
  const isWanted = (path: string) => !/^\.next\/(cache|dev)\b/.test(path);
  cpSync(".next", join(project, ".next"), { recursive: true, verbatimSymlinks: true, filter: isWanted });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describeEachDatabase("at a hundred deliveries a second", (_openStore, createDatabase, dialect) => {
  it.runIf(hasBuild)(
    "no failure of the page server and no restart rejects or loses one",
    async () => {
      const database = await createDatabase();
      const server = await startAsPeopleDo(database);
      const load = new SteadyLoad({ port: server.port, token: webhookToken });
      const during = async (what: string, work: () => Promise<void>) => {
        await load.figures();
        await work();
        await load.goesOn(100);
        const { sent, refused, longestMs } = await load.figures();
        const form = isInFull ? "in full" : "short form";
        console.log(
          `${dialect}, ${what} (${form}): ${sent} deliveries, ${refused.length} refused, ${longestMs.toFixed(0)} ms at most`,
        );
        expect(refused, what).toEqual([]);
      };
      await during("kill -9 of the pages", async () => {
        process.kill(pagesOf(server), "SIGKILL");
        await untilPages(server, 503);
        await untilPages(server);
      });
      await during("a frozen page server", async () => {
        const pages = pagesOf(server);
        process.kill(pages, "SIGSTOP");
        await pause(frozenMs);
        // The door may have killed it.
        if (isThere(pages)) process.kill(pages, "SIGCONT");
        await untilPages(server);
      });
      await during("a rebuild in place", () => rebuild(server));
      for (let count = 1; count <= restarts; count++) {
        await during(`restart ${count}, with the same version`, () => restart(server));
      }
      await during("a restart to a new version that upgrades the database", async () => {
        installLaterVersion();
        await restart(server);
        const health = await fetch(`${server.url}/api/health`);
        expect(await health.json()).toMatchObject({ version: laterVersion });
        await untilPages(server);
      });
      await load.stop();
      expect(await server.npm.ended, server.npm.output()).toBe(0);
      await server.stop();
      await checkDatabase(database, load.acknowledged, true);
    },
    scale({ short: 600_000, full: 1_800_000 }),
  );
});

interface Running {
  port: number;
  url: string;
  /** The pid of the running door. */
  readonly pid: number;
  /** The process that was started first. */
  npm: ServerProcess;
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts the existing build with `npm start`. */
async function startAsPeopleDo(database: Database): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...environmentOf(database), HOST: "127.0.0.1", PORT: String(port) };
  const npm = new ServerProcess([process.execPath, "lib/cli/serve.mjs"], { env, cwd: project });
  const folder = database.dialect === "sqlite" ? dirname(database.path) : join(project, "data");
  const file = join(folder, `playhead-${port}.pid`);
  const running: Running = {
    port,
    url,
    npm,
    env,
    get pid() {
      return Number(readFileSync(file, "utf8"));
    },
    stop: async () => {
      const pid = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
      if (pid > 0) process.kill(pid, "SIGTERM");
      while (pid > 0 && isThere(pid)) await pause(50);
    },
  };
  onTestFinished(() => running.stop());
  await npm.untilReady(url);
  await untilPages(running);
  return running;
}

/** Builds; the short form only replaces the folder. The page server restarts meanwhile. */
async function rebuild(server: Running): Promise<void> {
  const folder = join(project, ".next");
  const away = `${folder}-away`;
  if (isInFull) rmSync(join(folder, "playhead-sources"));
  else renameSync(folder, away);
  const build = isInFull ? run(["lib/cli/start.mjs", "--build-only"], server.env) : null;
  process.kill(pagesOf(server), "SIGKILL");
  await untilPages(server, 503);
  await untilPages(server);
  if (build === null) renameSync(away, folder);
  else await build;
}

/** Runs a command of the project to its end. */
async function run(args: string[], env: Record<string, string>): Promise<void> {
  const command = new ServerProcess([process.execPath, ...args], { env, cwd: project });
  expect(await command.ended, command.output()).toBe(0);
}

async function restart(server: Running): Promise<void> {
  const before = server.pid;
  await run(["lib/cli/run.mjs", "restart"], server.env);
  expect(server.pid).not.toBe(before);
}

/** Like `git pull` and a build, with a new migration. */
function installLaterVersion(): void {
  for (const dialect of ["sqlite", "postgresql"]) {
    const folder = join(project, "prisma", dialect, "migrations", "99990101000000_later");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration.sql"), 'CREATE TABLE "Later" ("id" INTEGER PRIMARY KEY);\n');
  }
  const manifest = join(project, "package.json");
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace(/"version": "[^"]*"/, `"version": "${laterVersion}"`));
  const stamped = `import("./lib/cli/build.mjs").then(({ fingerprint, stamp }) => require("node:fs").writeFileSync(stamp, fingerprint()))`;
  execFileSync(process.execPath, ["-e", stamped], { cwd: project });
}
