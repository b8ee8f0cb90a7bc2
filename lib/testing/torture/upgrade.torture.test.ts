import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Database, Dialect } from "@/lib/env/database-url";
import { randomNumbers } from "@/lib/testing/many-conversations";
import { contentsOf, oldDatabase } from "@/lib/testing/old-database";
import { createPostgresDatabase, type PostgresDatabase } from "@/lib/testing/postgres/postgres-database";
import { ServerProcess } from "@/lib/testing/processes/server-process";
import { isInFull, scale } from "./scale";

const events = 60_000;
const kills = scale({ short: 10, full: 100 });
const folder = mkdtempSync(join(tmpdir(), "playhead-upgrade-"));
const command = "test-results/torture-upgrade/migrate.js";
const made: PostgresDatabase[] = [];

beforeAll(async () => {
  await build({
    entryPoints: ["lib/cli/migrate.ts"],
    outfile: command,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    conditions: ["react-server"],
  });
});
afterAll(async () => {
  for (const database of made) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(["sqlite", "postgresql"] as const)("an upgrade of the oldest version's database on %s", (dialect) => {
  it(
    `is completed by the next start, killed ${kills} times at any statement`,
    async () => {
      const template = await oldDatabase(await create(dialect, null), events);
      const whole = await create(dialect, template);
      const first = upgrade(whole);
      await first.untilPrinted(/(Upgrading the database)/);
      const startedAt = performance.now();
      expect(await first.ended, first.output()).toBe(0);
      let lasts = performance.now() - startedAt;
      const upgraded = await contentsOf(whole);

      const random = randomNumbers(Date.now());
      let interrupted = 0;
      for (let kill = 0; kill < kills; kill++) {
        const database = await create(dialect, template);
        const process = upgrade(database);
        await process.untilPrinted(/(Upgrading the database)/);
        await pause(random() * lasts);
        await process.kill();
        if (!/^Applied/m.test(process.output())) interrupted++;
        // The first was slower than later ones, so kill earlier.
        else lasts *= 0.7;
        const next = upgrade(database);
        expect(await next.ended, next.output()).toBe(0);
        expect(await contentsOf(database), `after kill ${kill + 1}`).toEqual(upgraded);
      }
      expect(interrupted).toBeGreaterThan(kills / 4);
      console.log(
        `${dialect}: ${kills} kills (${isInFull ? "in full" : "short form; in full 100"}), ${interrupted} of them before the ` +
          `upgrade of ${events} events had ended; ${kills} of ${kills} next starts finished it`,
      );
    },
    scale({ short: 1_200_000, full: 3_600_000 }),
  );

  it("ends in order on SIGTERM, and is rolled back", async () => {
    const template = await oldDatabase(await create(dialect, null), events);
    const old = await contentsOf(template);
    const process = upgrade(template);
    await process.untilPrinted(/(Upgrading the database)/);
    await process.stop();
    expect(await process.ended).toBe(143);
    expect(process.output()).toContain("rolled back. The next start runs it again.");
    expect(await contentsOf(template)).toEqual(old);
  }, 120_000);
});

function upgrade(database: Database): ServerProcess {
  const address = database.dialect === "sqlite" ? `file:${database.path}` : database.url;
  return new ServerProcess([process.execPath, "--conditions=react-server", command], {
    env: { DATABASE_URL: address, AUTH_SECRET: "of-the-torture" },
  });
}

let count = 0;

async function create(dialect: Dialect, template: Database | null): Promise<Database> {
  const name = `playhead_upgrade_${process.pid}_${count++}`;
  if (dialect === "sqlite") {
    const path = join(folder, `${name}.db`);
    if (template?.dialect === "sqlite") copyFileSync(template.path, path);
    return { dialect, path };
  }
  const templateName = template?.dialect === "postgresql" ? new URL(template.url).pathname.slice(1) : undefined;
  const database = await createPostgresDatabase(inject("postgresUrl"), name, templateName);
  made.push(database);
  return { dialect, url: database.url };
}
