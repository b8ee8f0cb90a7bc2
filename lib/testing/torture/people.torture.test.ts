import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { cookieHeader } from "@/lib/testing/access/cookie-header";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import { post } from "./crowd";
import { isInFull, scale } from "./scale";
import { hasBuild, startWebhook, type WebhookProcess } from "./webhook-process";

const goodRate = 300;
const tries = scale({ short: 10, full: 50 });
/** The short form includes other load of the machine. */
const maxWaitMs = scale({ short: 1000, full: 200 });
const admin = { email: "admin@example.com", password: "correct horse battery staple" };

describeEachDatabase("people beside many deliveries", (_openStore, createDatabase) => {
  it.runIf(hasBuild)(
    `sign in and change settings without waiting for ${goodRate} deliveries per second`,
    async () => {
      const server = await startWebhook(await createDatabase(), { production: true, admin });
      onTestFinished(() => server.kill());
      await timesOf(server, 3);
      const calm = await timesOf(server, tries);
      const load = new Load(server.url);
      await pause(1000);
      const during = await timesOf(server, tries);
      const { statuses, rate } = await load.stop();
      const shown = (times: number[]) => times.map((ms) => ms.toFixed(0)).join(" ");
      console.log(
        `${rate.toFixed(0)} deliveries/s (${isInFull ? "in full" : "short form"}): sign-in and settings, median and longest, ` +
          `${shown(calm)} ms alone, ${shown(during)} ms beside them`,
      );
      expect(statuses).toEqual(new Set([200]));
      for (const [place, ms] of during.entries()) expect(ms - (calm[place] ?? 0)).toBeLessThan(maxWaitMs);
    },
    180_000,
  );
});

/** Median and maximum duration of a sign-in, and of a change of the settings. */
async function timesOf({ url }: WebhookProcess, count: number): Promise<number[]> {
  const signIns: number[] = [];
  const changes: number[] = [];
  for (let place = 0; place < count; place++) {
    const headers: Record<string, string> = { "content-type": "application/json", origin: url };
    const signedIn = await timed(`${url}/api/auth/sign-in/email`, {
      method: "POST",
      headers,
      body: JSON.stringify(admin),
    });
    signIns.push(signedIn.ms);
    const cookie = cookieHeader(signedIn.response.headers);
    const body = JSON.stringify({ name: `token ${place}` });
    const changed = await timed(`${url}/api/v1/settings/webhook-tokens`, {
      method: "POST",
      headers: { ...headers, cookie },
      body,
    });
    changes.push(changed.ms);
  }
  return [signIns, changes].flatMap((list) => {
    const sorted = list.sort((one, other) => one - other);
    return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  });
}

async function timed(address: string, init: RequestInit): Promise<{ response: Response; ms: number }> {
  const startedAt = performance.now();
  const response = await fetch(address, init);
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return { response, ms: performance.now() - startedAt };
}

/** Deliveries at a steady rate, limited by the server's speed: each sender waits for its response. */
class Load {
  readonly #statuses = new Set<number>();
  readonly #senders: Promise<void>[];
  readonly #startedAt = performance.now();
  #sent = 0;
  #isStopping = false;

  constructor(address: string) {
    this.#senders = Array.from({ length: 32 }, () => this.#send(address));
  }

  async stop(): Promise<{ statuses: Set<number>; rate: number }> {
    const rate = (this.#sent * 1000) / (performance.now() - this.#startedAt);
    this.#isStopping = true;
    await Promise.all(this.#senders);
    return { statuses: this.#statuses, rate };
  }

  async #send(address: string): Promise<void> {
    while (!this.#isStopping) {
      const place = this.#sent++;
      await pause(Math.max(0, this.#startedAt + (place * 1000) / goodRate - performance.now()));
      const key = `c0ffee00000000000000000000000${String(place % 1000).padStart(3, "0")}1693552452`;
      const event = eventOf("note", { note: `${place}` }, "2024-01-01 00:00:00", key);
      const answer = await post(address, JSON.stringify({ events: [event] }));
      this.#statuses.add(answer?.status ?? 0);
    }
  }
}
