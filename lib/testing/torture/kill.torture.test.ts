import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { randomNumbers } from "@/lib/testing/many-conversations";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { isInFull, scale } from "./scale";
import { hasBuild, prepareWebhook, startWebhook } from "./webhook-process";

/** Next's server starts much more slowly: in the full form every tenth run uses it, the others use the same routes without it. */
const isProduction = (kill: number) => isInFull && hasBuild && kill % 10 === 0;
const sizes = { sqlite: { short: 20, full: 200 }, postgresql: { short: 5, full: 200 } };

describeEachDatabase("kill -9 under load", (_openStore, createDatabase, dialect) => {
  const kills = scale(sizes[dialect]);

  it(
    `loses nothing that was acknowledged and stores no duplicates, ${kills} times`,
    async () => {
      const random = randomNumbers(Date.now());
      const database = await createDatabase();
      let server = await startWebhook(database, { production: isProduction(0) });
      const crowd = new Crowd(() => server.url, { senders: 16 });
      for (let kill = 0; kill < kills; kill++) {
        const next = prepareWebhook(database, { production: isProduction(kill + 1) });
        await crowd.reaches(crowd.acknowledged.size + 1);
        await pause(random() * 500);
        await server.kill();
        server = await next.start();
      }
      await crowd.reaches(crowd.acknowledged.size + 50);
      await crowd.stop();
      await server.kill();

      expect(crowd.surprises).toEqual([]);
      const broken = crowd.attempts.filter(({ status }) => status === 0).length;
      expect(broken).toBeGreaterThan(kills);
      const events = await checkDatabase(database, crowd.acknowledged, true);
      console.log(`${kills} kills (${isInFull ? "in full" : "short form; in full 200"}): ${events} events, 0 lost`);
    },
    scale({ short: 300_000, full: 3_600_000 }),
  );
});
