import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import type { AttackOrder, AttackResult } from "./attacker";
import { bundledAttacker } from "./bundle-server";
import { post } from "./crowd";
import { megabytesOf } from "./megabytes-of";
import { isInFull, scale } from "./scale";
import { hasBuild, startWebhook, type WebhookProcess } from "./webhook-process";

const seconds = scale({ short: 3, full: 15 });
/** Ten times the rate that once stopped ingestion; in the short form the same number at once. */
const rate = 120;
const atOnce = scale({ short: 300, full: 3000 });
const goodRate = 50;
const maxMegabytes = 50;
/** The full form runs on a dedicated machine. Elsewhere, durations and memory are not tested. */
const leastLimitMs = 200;
const maxSignInMs = 1000;
/** How long a person would try to sign in. */
const signInPatienceMs = 20_000;

const admin = { email: "admin@example.com", password: "correct horse battery staple" };
const attacks: [string, Omit<AttackOrder, "port" | "seconds">][] = [
  ["gzip bombs", { kind: "bombs", rate, atOnce: 0 }],
  ["gzip bombs, all at once", { kind: "bombs", rate: 0, atOnce }],
  ["megabytes of brackets", { kind: "plain", rate, atOnce: 0 }],
  ["megabytes of brackets, all at once", { kind: "plain", rate: 0, atOnce }],
  ["wrong tokens", { kind: "wrong tokens", rate: 5 * rate, atOnce: 0 }],
  ["bodies that do not come", { kind: "slow", rate, atOnce }],
];
/** Attacks on requests that the page server answers. */
const attacksOnPages: typeof attacks = [
  ["bodies for the first account, all at once", { kind: "first account", rate: 0, atOnce: 200 }],
  ["wrong passwords", { kind: "sign-in", rate, atOnce: 0 }],
  ["long bodies at the sign-in", { kind: "sign-in bodies", rate, atOnce: 0 }],
  ["guessed API tokens", { kind: "API tokens", rate, atOnce: 0 }],
  ["guessed metrics tokens", { kind: "metrics tokens", rate, atOnce: 0 }],
];

describeEachDatabase("strangers at the webhook", (_openStore, createDatabase) => {
  let server: WebhookProcess;

  beforeAll(async () => {
    server = await startWebhook(await createDatabase(), { production: hasBuild, admin });
    if (hasBuild) await signIn(server);
    await deliver(server, 2);
  }, 120_000);
  afterAll(() => server.kill());

  it.each(hasBuild ? [...attacks, ...attacksOnPages] : attacks)(
    "do not block any good delivery: %s",
    async (name, order) => {
      const undisturbed = await deliver(server, 2);
      const calmSignIn = hasBuild ? await signIn(server) : null;
      const before = await megabytesOf(server);
      let peak = before;
      const watch = setInterval(async () => {
        peak = Math.max(peak, await megabytesOf(server));
      }, 250);
      const attack = startAttack({ ...order, port: Number(new URL(server.url).port), seconds });
      const signingIn = hasBuild ? pause((seconds * 1000) / 2).then(() => signIn(server)) : null;
      const during = await deliver(server, seconds);
      const { statuses } = await attack;
      clearInterval(watch);
      const signedIn = await signingIn;
      await pause(2000);
      const after = await deliver(server, 2);

      const limit = Math.max(leastLimitMs, 10 * percentile(undisturbed, 0.99));
      const summary = [undisturbed, during, after].map((list) => percentile(list, 0.99).toFixed(0)).join(", ");
      console.log(
        `${name}: p99 ${summary} ms before, during, after; memory ${before.toFixed(0)} to ${peak.toFixed(0)} MB; sign-in ` +
          `${calmSignIn?.ms.toFixed(0) ?? "not tried"} and ${signedIn?.ms.toFixed(0) ?? "not tried"} ms; strangers ${JSON.stringify(statuses)}`,
      );
      expect(statuses[200] ?? 0).toBe(0);
      for (const list of [during, after]) {
        expect(new Set(list.map(({ status }) => status))).toEqual(new Set([200]));
      }
      if (signedIn !== null) expect(signedIn.status).toBe(200);
      if (!isInFull) return;
      for (const list of [during, after]) expect(percentile(list, 0.99)).toBeLessThan(limit);
      expect(peak - before).toBeLessThan(maxMegabytes);
      if (signedIn === null || calmSignIn === null) return;
      expect(signedIn.ms).toBeLessThan(Math.max(maxSignInMs, 10 * calmSignIn.ms));
    },
    120_000,
  );
});

interface Delivered {
  status: number;
  ms: number;
}

let delivered = 0;

/** Sends good deliveries at a steady rate, independent of earlier responses. */
async function deliver({ url }: WebhookProcess, seconds: number): Promise<Delivered[]> {
  const startedAt = performance.now();
  const all: Promise<Delivered>[] = [];
  for (let place = 0; place < seconds * goodRate; place++) {
    await pause(Math.max(0, startedAt + (place * 1000) / goodRate - performance.now()));
    const number = delivered++;
    // Spread over many conversations: one that keeps growing would be ever slower.
    const event = eventOf("note", { note: `${number}` }, "2024-01-01 00:00:00", `conversation-${number % 500}`);
    const body = JSON.stringify({ events: [event] });
    const sentAt = performance.now();
    all.push(post(url, body).then((answer) => ({ status: answer?.status ?? 0, ms: performance.now() - sentAt })));
  }
  return Promise.all(all);
}

/** Signs in, with retries while there is no room. The duration includes all attempts. */
async function signIn({ url }: WebhookProcess): Promise<Delivered> {
  const startedAt = performance.now();
  const headers = { "content-type": "application/json", origin: url };
  for (;;) {
    const request = { method: "POST", headers, body: JSON.stringify(admin) };
    const response = await fetch(`${url}/api/auth/sign-in/email`, request).catch(() => null);
    await response?.text();
    const ms = performance.now() - startedAt;
    const status = response?.status ?? 0;
    if (status === 200 || ms > signInPatienceMs) return { status, ms };
    await pause(250);
  }
}

/** In its own process, so that its work does not delay the good deliveries of this one. */
function startAttack(order: AttackOrder): Promise<AttackResult> {
  const attacker: ChildProcess = fork(bundledAttacker, { execArgv: [] });
  return new Promise((resolve, reject) => {
    // attacker.ts sends nothing else.
    attacker.once("message", (message) => resolve(message as AttackResult));
    attacker.once("exit", (code) => code !== 0 && reject(new Error(`The attacker ended with code ${code}.`)));
    attacker.send(order);
  });
}

function percentile(list: readonly Delivered[], part: number): number {
  const sorted = list.map(({ ms }) => ms).sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
