import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { checkDatabase } from "./check-database";
import { Crowd } from "./crowd";
import { scale } from "./scale";
import { untilPages } from "./until-pages";
import { hasBuild, isThere, pagesOf, startWebhook, type WebhookProcess } from "./webhook-process";

const rounds = scale({ short: 1, full: 10 });
const frozenMs = 4000;
const admin = { email: "admin@example.com", password: "correct horse battery staple" };

describeEachDatabase("pages that die or freeze under load", (_openStore, createDatabase) => {
  it.runIf(hasBuild)(
    `lose no delivery, ${rounds} times, and never outlive the door`,
    async () => {
      const database = await createDatabase();
      const server = await startWebhook(database, { production: true, admin });
      await untilPages(server);
      const crowd = new Crowd(() => server.url, { senders: 8 });
      await crowd.reaches(50);
      for (let round = 0; round < rounds; round++) {
        process.kill(pagesOf(server), "SIGKILL");
        await untilPages(server, 503);
        await untilPages(server);
        await freeze(server);
      }
      await crowd.reaches(crowd.acknowledged.size + 50);
      await crowd.stop();
      await untilPages(server);
      const pages = pagesOf(server);
      await server.kill();
      await untilGone(pages);

      expect(crowd.surprises).toEqual([]);
      expect(new Set(crowd.attempts.map(({ status }) => status))).toEqual(new Set([200]));
      await checkDatabase(database, crowd.acknowledged, true);
    },
    scale({ short: 240_000, full: 1_200_000 }),
  );
});

/** Stops the page server during a write: it may have the database locked, and the turn of the door's queue. */
async function freeze(server: WebhookProcess): Promise<void> {
  const pages = pagesOf(server);
  const signingIn = Array.from({ length: 6 }, () => signIn(server).catch(() => null));
  await pause(150);
  process.kill(pages, "SIGSTOP");
  await pause(frozenMs);
  // The door may have killed it.
  if (isThere(pages)) process.kill(pages, "SIGCONT");
  await Promise.all(signingIn);
  await untilPages(server);
}

async function signIn({ url }: WebhookProcess): Promise<void> {
  const headers = { "content-type": "application/json", origin: url };
  await fetch(`${url}/api/auth/sign-in/email`, { method: "POST", headers, body: JSON.stringify(admin) });
}

async function untilGone(pid: number): Promise<void> {
  while (isThere(pid)) await pause(50);
}
