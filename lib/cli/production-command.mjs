import path from "node:path";
import { root } from "./prepare.mjs";

/** Where the command of Next is. */
export const nextCommand = path.join(root, "node_modules", "next", "dist", "bin", "next");

/**
 * V8 rather grows than collects, as if the machine were its own: a busy server held three times what it used. A small nursery,
 * no object taken for a long-lived one when it is made, and a heap that grows by half between two collections keep it near that;
 * each thread collects its own nursery, and two helpers instead of four do the rest, since they take the processors that other
 * threads wait for (docs/decisions/0023-a-heap-that-is-collected-early.md). None of them is a limit at which the process would end.
 */
export const memoryFlags = [
  "--max-semi-space-size=4",
  "--no-allocation-site-pretenuring",
  "--heap-growing-percent=50",
  "--no-parallel-scavenge",
  "--v8-pool-size=2",
];

/** The arguments with which Node serves the build that is there. */
export function productionCommand({ host, port }) {
  return [...memoryFlags, nextCommand, "start", "-H", host, "-p", String(port)];
}

/** What the server is told besides the project's own settings. */
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
