import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "@/prisma/migrate";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { startWebhook } from "./webhook-process";

const folder = mkdtempSync(join(tmpdir(), "playhead-full-"));
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=12m", "tmpfs", folder]);
if (mounted.status !== 0) {
  console.log(`No disk is filled here: a tmpfs cannot be mounted (${String(mounted.stderr ?? mounted.error).trim()})`);
}

describe("a full disk under SQLite", () => {
  afterAll(() => {
    if (mounted.status === 0) spawnSync("umount", [folder]);
    rmSync(folder, { recursive: true, force: true });
  });

  it.runIf(mounted.status === 0)("is a 503 within 3 s, and no reason to start again once there is room", async () => {
    const database = { dialect: "sqlite", path: join(folder, "playhead.db") } as const;
    await migrate(database);
    const server = await startWebhook(database);
    const crowd = new Crowd(() => server.url, { senders: 8 });
    await crowd.reaches(50);
    const ballast = join(folder, "ballast");
    const { bavail, bsize } = statfsSync(folder);
    // Leaves some pages: the disk fills in the middle of a transaction.
    writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 300_000)));
    const until = performance.now() + 30_000;
    while (!crowd.attempts.some(({ status }) => status === 503) && performance.now() < until) await pause(20);
    const fullAt = performance.now();
    await pause(4000);
    const before = crowd.acknowledged.size;
    const roomAt = performance.now();
    rmSync(ballast);
    await crowd.reaches(before + 1);
    expect(performance.now() - roomAt, "recovery").toBeLessThan(5000);
    await crowd.reaches(before + 50);
    await crowd.stop();
    await server.kill();

    expect(crowd.surprises).toEqual([]);
    const during = crowd.attempts.filter(({ startedAt }) => startedAt > fullAt && startedAt < roomAt - 3000);
    expect(during.length).toBeGreaterThan(0);
    expect(during.every(({ status }) => status === 503)).toBe(true);
    expect(Math.max(...crowd.attempts.map(({ ms }) => ms))).toBeLessThan(3000);
    await checkDatabase(database, crowd.acknowledged, true);
  });
});
