import { existsSync } from "node:fs";
import path from "node:path";

/** Path of Next's command, relative to the project's folder. */
export const nextCommand = "node_modules/next/dist/bin/next";

/** The page server in an image, which does not contain Next's commands: lib/cli/image.mjs. */
export const pagesServer = "server.js";

/** Whether a folder contains an image's files rather than a clone's. */
export function isImage(folder = ".") {
  return existsSync(path.join(folder, pagesServer));
}

/** Where `lib/cli/build.mjs` writes the build, including the door. */
export const buildFolder = ".next";
export const doorFolder = `${buildFolder}/door`;

/** Environment variable with the folder of the build that Next (next.config.js) serves. */
export const buildVariable = "PLAYHEAD_BUILD";

/**
 * By default V8 prefers growing the heap to collecting garbage: a busy server used three times the memory it needed. A small
 * young generation, no pretenuring, and a heap that grows by half between two collections keep it close to that; each
 * thread collects its own young generation, and two helper threads instead of four do the rest, since they compete with other
 * threads for processors (docs/decisions/0023-v8-memory-flags.md). None of these is a hard limit that would end the process.
 */
export const memoryFlags = [
  "--max-semi-space-size=4",
  "--no-allocation-site-pretenuring",
  "--heap-growing-percent=50",
  "--no-parallel-scavenge",
  "--v8-pool-size=2",
];

/** The arguments for Node to serve a build on `HOST` and `PORT`. */
export function doorCommand(build = buildFolder) {
  return [...memoryFlags, "--conditions=react-server", `${build}/door/main.mjs`];
}

/** The arguments with which the door starts the page server. */
export function pagesCommand() {
  return [...memoryFlags, ...(isImage() ? [pagesServer] : [nextCommand, "start", "-H", loopback])];
}

const loopback = "127.0.0.1";

/** Makes the page server listen on a free port of the loopback interface. Used by Next's command and the image's server. */
export const pagesAddress = { HOSTNAME: loopback, PORT: "0" };

/** Environment variables of both, in addition to the project's settings. */
export const productionEnvironment = {
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  // lib/ingest/stop-on-signal.ts shuts down gracefully.
  NEXT_MANUAL_SIG_HANDLE: "1",
  // Otherwise glibc uses a separate memory arena for each thread of V8, libuv and this project,
  MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2",
  // and keeps increasingly large freed blocks.
  MALLOC_TRIM_THRESHOLD_: process.env.MALLOC_TRIM_THRESHOLD_ ?? "65536",
  MALLOC_MMAP_THRESHOLD_: process.env.MALLOC_MMAP_THRESHOLD_ ?? "65536",
};
