import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { expect, it, onTestFailed, onTestFinished } from "vitest";
import { describeEachDatabase } from "@/lib/testing/databases";
import { eventOf } from "@/lib/testing/deliver";
import { worstTexts } from "@/lib/testing/texts/worst-texts";
import { post } from "./crowd";
import { megabytesOf } from "./megabytes-of";
import { isInFull, maxAnswerMs, scale } from "./scale";
import { apiToken, hasBuild, startWebhook, type WebhookProcess } from "./webhook-process";

const messages = scale({ short: 8, full: 80 });
const size = 900_000;
const atOnce = 5;
const key = "c0ffee000000000000000000000000011693552452";
const visitor = "a569015fa03d41a283ed4c66c4601966";
/** Includes garbage that is not collected yet, which is more on a busy machine. */
const maxMegabytes = scale({ short: 500, full: 350 });
/** The short form runs beside other work of the machine: only a delivery that the platform would give up is a fault. */
const maxWaitMs = scale({ short: maxAnswerMs, full: 500 });
const usualWaitMs = scale({ short: maxAnswerMs, full: 50 });

const transcript = `/conversations/${key}/transcript?format=`;
const words = Array.from({ length: 100 }, (_, place) => `q=${(place + 370).toString(36)}`).join("&");
const reads: Record<string, string> = {
  "a page of events": `/conversations/${key}/events`,
  "the last events": `/conversations/${key}/events?last=true`,
  "the state": `/conversations/${key}`,
  questions: `/conversations/${key}/questions`,
  "questions as CSV": `/conversations/${key}/questions?format=csv`,
  "transcript as text": `${transcript}txt`,
  "transcript as Markdown": `${transcript}md`,
  "transcript as HTML": `${transcript}html`,
  "transcript as JSON": `${transcript}json`,
  "the visitor": `/visitors/${visitor}`,
  "the visitor's events": `/visitors/${visitor}/events`,
  "a variable's history": `/visitors/${visitor}/variables/visitor_story`,
  "the webhook log": "/deliveries?limit=200",
  "a delivery": "/deliveries/1",
  "a delivery's body": "/deliveries/1/raw",
  "what is unfamiliar": "/unfamiliar",
  "the list with a variable": "/conversations?columns=var.visitor_story",
  "ten words": `/conversations?${words.split("&").slice(0, 10).join("&")}`,
  "a hundred words": `/conversations?${words}`,
  accents: `/conversations?q=${encodeURIComponent("é ạ")}`,
  "the table": "/export?format=csv&columns=key,title,var.visitor_story",
  "all events": "/export?format=jsonl",
  "a zip of transcripts": "/export?format=zip&transcript=html",
};

describeEachDatabase(`a conversation of ${messages} messages of 900 kB`, (_openStore, createDatabase) => {
  it.runIf(hasBuild)(
    `is read in every way by ${atOnce} clients at once in bounded memory, without delaying deliveries`,
    async () => {
      const server = await startWebhook(await createDatabase(), { production: true });
      onTestFinished(() => server.kill());
      onTestFailed(() => console.log(server.output().slice(-5000)));
      await fill(server);
      await readAtOnce(server, "/conversations");
      const before = await megabytesOf(server);
      const calm = await deliveriesDuring(server, pause(3000));
      const lines = [`alone: ${shown(calm)}`];
      const faults: string[] = [];
      for (const [name, path] of Object.entries(reads)) {
        const { growth, ...beside } = await whileReading(server, path, before);
        lines.push(`${name}: ${beside.read}, ${growth.toFixed(0)} MB more, ${shown(beside.ms)}`);
        if (growth > maxMegabytes) faults.push(`${name}: ${growth.toFixed(0)} MB more`);
        if (median(beside.ms) - median(calm) > usualWaitMs || Math.max(...beside.ms) > maxWaitMs)
          faults.push(`${name}: deliveries took ${shown(beside.ms)}`);
      }
      console.log(`${isInFull ? "In full" : "Short form"}, deliveries (median, longest):\n${lines.join("\n")}`);
      expect(faults).toEqual([]);
    },
    scale({ short: 600_000, full: 1_800_000 }),
  );
});

/** Messages, notes, answers and variables in turn, each with another of the worst texts. */
async function fill(server: WebhookProcess): Promise<void> {
  const kinds = ["many words", "stacked marks", "letters with marks", "short lines", "ampersands", "emphasis", "links"];
  for (let place = 0; place < messages; place++) {
    const kind = kinds[place % kinds.length] ?? "";
    const text = `${place} ${worstTexts[kind]?.(size / 6)}`.repeat(8).slice(0, size * 0.98);
    const bounded = cutToBytes(text, size);
    const at = `2024-05-05 10:00:00.${String(place).padStart(6, "0")}`;
    const answer = await post(server.url, JSON.stringify({ events: [eventWith(bounded, place, at)] }));
    expect(answer?.status, answer?.text).toBe(200);
  }
}

function eventWith(text: string, place: number, at: string) {
  const by = (type: string) => ({ type, id: "1", email: null });
  const said = (type: string, message: unknown) => eventOf("message", { message_by: by(type), message }, at, key);
  switch (place % 6) {
    case 0:
      return said("visitor", { type: "text", text });
    case 1:
      return eventOf("note", { note_by: by("user"), note: text }, at, key);
    case 2: {
      // The rest of each title takes as much space again.
      const buttons = cutToBytes(text, size / 3)
        .match(/[\s\S]{1,40}/gu)
        ?.slice(0, 9000)
        .map((title) => ({ title, value: title }));
      return said("bot", { type: "button", payload: { title: "Choose", buttons } });
    }
    case 3:
      return said("visitor", {
        type: "form.response",
        payload: { fields: [{ label: "Story", variable: "story", value: text }] },
      });
    case 4:
      return eventOf("variables", { variables: [{ name: "visitor_story", type: "text", value: text }] }, at, key);
    default:
      return said("bot", { type: "text", text });
  }
}

/** Truncates to a length in bytes as JSON in UTF-8. */
function cutToBytes(text: string, bytes: number): string {
  const longer = Buffer.byteLength(JSON.stringify(text)) / bytes;
  return longer <= 1 ? text : text.slice(0, Math.floor(text.length / longer)).toWellFormed();
}

/** Reads for at least a second, so that some deliveries overlap. */
async function readAtOnce({ url }: WebhookProcess, path: string): Promise<string> {
  // More than ten words are rejected.
  const statuses = [200, ...(path.includes(words) ? [400] : [])];
  const workerData = { url: `${url}/api/v1${path}`, token: apiToken, statuses, atOnce };
  const worker = new Worker(new URL("./read-at-once.mjs", import.meta.url), { workerData });
  const [{ bytes, ms }] = (await once(worker, "message")) as [{ bytes: number; ms: number }];
  return `${(bytes / 1e6).toFixed(1)} MB in ${(ms / 1000).toFixed(1)} s`;
}

async function whileReading(server: WebhookProcess, path: string, before: number) {
  let peak = 0;
  let isDone = false;
  const all = readAtOnce(server, path).finally(() => {
    isDone = true;
  });
  const look = async () => {
    for (; !isDone; await pause(50)) peak = Math.max(peak, await megabytesOf(server));
  };
  const [ms, read] = await Promise.all([deliveriesDuring(server, all), all, look()]);
  return { growth: peak - before, ms, read };
}

let sent = 0;

/** Sends a delivery every 50 ms and returns the durations. */
async function deliveriesDuring(server: WebhookProcess, work: Promise<unknown>): Promise<number[]> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  const times: number[] = [];
  do {
    const startedAt = performance.now();
    const event = eventOf("note", { note: `beside ${sent++}` }, "2024-05-06 10:00:00", "another");
    const answer = await post(server.url, JSON.stringify({ events: [event] }));
    expect(answer?.status).toBe(200);
    times.push(performance.now() - startedAt);
    await pause(50);
  } while (!isDone);
  await done;
  return times;
}

function median(times: readonly number[]): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

function shown(times: readonly number[]): string {
  return `${median(times).toFixed(0)} and ${Math.max(...times).toFixed(0)} ms`;
}
