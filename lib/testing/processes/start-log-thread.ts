import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { bundleDoor } from "./bundle-door";

/**
 * Bundles the door's log thread for the tests of a file. Returns a function that starts it on a database, with the webhook token
 * `right`.
 */
export function useLogThread(): (database: Database, execArgv?: string[]) => Worker {
  let folder = "";
  beforeAll(async () => {
    // Within the project, where packages are resolved.
    mkdirSync("test-results", { recursive: true });
    folder = mkdtempSync(resolve("test-results", "door-"));
    await bundleDoor(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return (database, execArgv = []) => {
    const url = database.dialect === "sqlite" ? `file:${database.path}` : database.url;
    const own = {
      DATABASE_URL: url,
      AUTH_SECRET: "a secret of tests, long enough to sign with",
      WEBHOOK_TOKENS: "right",
    };
    return new Worker(resolve(folder, "run-log-thread.mjs"), {
      execArgv: ["--conditions=react-server", ...execArgv],
      env: { ...process.env, ...own },
    });
  };
}
