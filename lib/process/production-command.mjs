import { existsSync } from "node:fs";
import path from "node:path";

/** Where the command of Next is. Like the others, it is run in the project's folder. */
export const nextCommand = "node_modules/next/dist/bin/next";

/** The page server of an image, which has no commands of Next: lib/cli/image.mjs. */
export const pagesServer = "server.js";

/** Whether a folder has an image's files, and not a clone's. */
export function isImage(folder = ".") {
  return existsSync(path.join(folder, pagesServer));
}

/** Where `lib/cli/build.mjs` puts the build, and in it the door. */
export const buildFolder = ".next";
export const doorFolder = `${buildFolder}/door`;

/** Tells Next (next.config.js) the folder of the build that it serves. */
export const buildVariable = "PLAYHEAD_BUILD";

/**
 * V8 rather grows than collects, as if the machine were its own: a busy server held three times what it used. A small nursery,
 * no object taken for a long-lived one when it is made, and a heap that grows by half between two collections keep it near that;
 * each thread collects its own nursery, and two helpers instead of four do the rest, since they take the processors that other
 * threads wait for (docs/decisions/0023-v8-memory-flags.md). None of them is a limit at which the process would end.
 */
export const memoryFlags = [
  "--max-semi-space-size=4",
  "--no-allocation-site-pretenuring",
  "--heap-growing-percent=50",
  "--no-parallel-scavenge",
  "--v8-pool-size=2",
];

/** The arguments with which Node serves a build on `HOST` and `PORT`. */
export function doorCommand(build = buildFolder) {
  return [...memoryFlags, "--conditions=react-server", `${build}/door/main.mjs`];
}

/** The arguments with which the door starts the page server. */
export function pagesCommand() {
  return [...memoryFlags, ...(isImage() ? [pagesServer] : [nextCommand, "start", "-H", loopback])];
}

const loopback = "127.0.0.1";

/** Lets the page server listen on a free port of the loopback interface. Next's command and the image's server read both. */
export const pagesAddress = { HOSTNAME: loopback, PORT: "0" };

/** What both are told besides the project's own settings. */
export const productionEnvironment = {
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  // lib/ingest/stop-on-signal.ts ends it in order.
  NEXT_MANUAL_SIG_HANDLE: "1",
  // Else glibc keeps memory apart for each of V8's, libuv's and our own threads,
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2",
  // and keeps ever larger blocks that were given back.
  MALLOC_TRIM_THRESHOLD_: process.env.MALLOC_TRIM_THRESHOLD_ ?? "65536",
  MALLOC_MMAP_THRESHOLD_: process.env.MALLOC_MMAP_THRESHOLD_ ?? "65536",
};
