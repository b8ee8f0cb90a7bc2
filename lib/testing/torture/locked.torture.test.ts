import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { lockDatabase } from "@/lib/testing/disturb-database";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { maxAnswerMs } from "./scale";
import { startWebhook } from "./webhook-process";

describeEachDatabase("a database that another process keeps locked", (_openStore, createDatabase) => {
  it("makes each request a 503 with Retry-After within 3 s, and is used again once it is unlocked", async () => {
    const database = await createDatabase();
    const server = await startWebhook(database);
    const crowd = new Crowd(() => server.url, { senders: 8 });
    await crowd.reaches(50);
    const release = await lockDatabase(database);
    const lockedAt = performance.now();
    await pause(6500);
    const ready = await fetch(`${server.url}/api/ready`);
    const freeAt = performance.now();
    await release();
    const before = crowd.acknowledged.size;
    await crowd.reaches(before + 1);
    expect(performance.now() - freeAt, "recovery").toBeLessThan(3000);
    await crowd.reaches(before + 50);
    await crowd.stop();
    await server.kill();

    expect(crowd.surprises).toEqual([]);
    const during = crowd.attempts.filter(({ startedAt }) => startedAt > lockedAt + 100 && startedAt < freeAt - 3000);
    expect(during.length).toBeGreaterThanOrEqual(8);
    expect(new Set(during.map(({ status }) => status))).toEqual(new Set([503]));
    expect(Math.max(...during.map(({ ms }) => ms))).toBeLessThan(maxAnswerMs);
    expect(ready.status, "no delivery would be stored").toBe(503);
    await checkDatabase(database, crowd.acknowledged, true);
  });
});
