import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { migrate } from "@/prisma/migrate";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { maxAnswerMs } from "./scale";
import { fillDisk, mountDisk, whyNoDisk } from "./small-disk";
import { startWebhook } from "./webhook-process";

const unmountable = whyNoDisk();
if (unmountable) console.log(`No disk is filled here: a tmpfs cannot be mounted (${unmountable})`);

describe("a full disk under SQLite", () => {
  it.runIf(unmountable === null)("is a 503 within 3 s, and needs no restart once there is room", async () => {
    const disk = mountDisk();
    const database = { dialect: "sqlite", path: join(disk.folder, "playhead.db") } as const;
    await migrate(database);
    const server = await startWebhook(database);
    const crowd = new Crowd(() => server.url, { senders: 8 });
    onTestFinished(async () => {
      crowd.abandon();
      await server.kill();
      disk.unmount();
    });
    await crowd.reaches(50);
    const ballast = join(disk.folder, "ballast");
    // Leaves some pages, so that the disk fills during a transaction.
    fillDisk(ballast, disk.folder, 300_000);
    const until = performance.now() + 30_000;
    while (!crowd.attempts.some(({ status }) => status === 503) && performance.now() < until) await pause(20);
    // A transaction smaller than the failed one may still fit, until the last page is used.
    await pause(6000);
    const before = crowd.acknowledged.size;
    const roomAt = performance.now();
    rmSync(ballast);
    await crowd.reaches(before + 1);
    expect(performance.now() - roomAt, "recovery").toBeLessThan(5000);
    await crowd.reaches(before + 50);
    await crowd.stop();
    await server.kill();

    expect(crowd.surprises).toEqual([]);
    const whileFull = crowd.attempts.filter(({ startedAt, ms }) => {
      const answeredAt = startedAt + ms;
      return answeredAt > roomAt - 3000 && answeredAt < roomAt;
    });
    expect(whileFull.length).toBeGreaterThan(0);
    expect(whileFull.every(({ status }) => status === 503)).toBe(true);
    expect(Math.max(...crowd.attempts.map(({ ms }) => ms))).toBeLessThan(maxAnswerMs);
    await checkDatabase(database, crowd.acknowledged, true);
  });
});
