import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Database } from "@/lib/env/database-url";
import { openStore } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { verifyChain } from "./verify-chain";

const loader = ["--conditions=react-server", "--import", "tsx", "lib/testing/processes/append-entries-process.ts"];

describeEachDatabase("processes that append to a log at once", (_openStore, createDatabase) => {
  it("and are killed in the middle leave a valid chain, with every committed entry", async () => {
    const database = await createDatabase();
    const committed = await Promise.all([300, 500, 700, 900].map((ms) => killedAfter(ms, database)));
    const store = openStore(database);
    const { checked, firstBroken } = await verifyChain(store, "access");
    expect(firstBroken).toBeNull();
    const count = 10 * committed.reduce((sum, one) => sum + one, 0);
    expect(count).toBeGreaterThan(40);
    expect(checked).toBeGreaterThanOrEqual(count);
    // A commit may have been killed before it was printed.
    expect(checked).toBeLessThanOrEqual(count + 10 * committed.length);
    expect(await store.reader.auditEntry.count()).toBe(checked);
    await store.close();
  }, 60_000);
});

/** Kills a process some time after its first commit. Returns the number of commits that it has reported. */
async function killedAfter(ms: number, database: Database): Promise<number> {
  const DATABASE_URL = database.dialect === "sqlite" ? `file:${database.path}` : database.url;
  const env = { ...process.env, DATABASE_URL, AUTH_SECRET: "a secret of tests, long enough" };
  const child = spawn(process.execPath, loader, { env, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  const closed = once(child, "close");
  await Promise.race([once(child.stdout, "data"), closed]);
  await delay(ms);
  expect(child.exitCode).toBeNull();
  child.kill("SIGKILL");
  await closed;
  return printed.split("\n").length - 1;
}
