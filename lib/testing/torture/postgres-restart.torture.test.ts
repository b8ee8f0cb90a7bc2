import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, startPostgres } from "@/lib/testing/postgres/start-postgres";
import { migrate } from "@/prisma/migrate";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { maxAnswerMs, scale } from "./scale";
import { startWebhook } from "./webhook-process";

const restarts = scale({ short: 2, full: 20 });

describe("a Postgres that stops and starts under load", () => {
  let postgres: PostgresServer;

  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  it(
    `loses nothing that was acknowledged, and is in use within 10 s of its return, ${restarts} times`,
    async () => {
      const database = { dialect: "postgresql", url: postgres.url } as const;
      await migrate(database);
      const server = await startWebhook(database);
      const crowd = new Crowd(() => server.url, { senders: 8 });
      for (let restart = 0; restart < restarts; restart++) {
        await crowd.reaches(crowd.acknowledged.size + 100);
        await postgres.pause();
        const before = crowd.acknowledged.size;
        await pause(4000);
        expect((await fetch(`${server.url}/api/ready`)).status).toBe(503);
        await postgres.resume();
        const backAt = performance.now();
        await crowd.reaches(before + 1);
        expect(performance.now() - backAt, "back in service").toBeLessThan(10_000);
      }
      await crowd.reaches(crowd.acknowledged.size + 50);
      await crowd.stop();
      await server.kill();

      expect(crowd.surprises).toEqual([]);
      expect(crowd.attempts.some(({ status }) => status === 503)).toBe(true);
      expect(Math.max(...crowd.attempts.map(({ ms }) => ms))).toBeLessThan(maxAnswerMs);
      await checkDatabase(database, crowd.acknowledged, true);
    },
    scale({ short: 90_000, full: 900_000 }),
  );
});
