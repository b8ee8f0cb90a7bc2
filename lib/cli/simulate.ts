import { parseArgs } from "node:util";
import { deliveryLanes } from "@/lib/simulator/deliveries";
import { type PlayReport, play } from "@/lib/simulator/play";
import { playLive } from "@/lib/simulator/play-live";
import { Random } from "@/lib/simulator/random";
import { simulate } from "@/lib/simulator/simulate";

const usage = `Sends simulated conversations to the webhook.

  npm run simulate -- --url http://localhost:3000/api/webhook --token TOKEN [options]

  --url URL            the webhook, or the URL of Playhead            (default: $APP_URL, then http://localhost:3000)
  --token TOKEN        a webhook token, as the Setup page shows it    (default: the first of $WEBHOOK_TOKENS)
  --conversations N    number of conversations                        (default: 20; with --live: unlimited)
  --rate R             events per second, 0 = as fast as possible     (default: 50; with --live: 2)
  --seed S             the same seed gives the same conversations     (default: random)
  --days D             how many days ago they begin                   (default: 14)
  --live               conversations happen in real time
  --duplicates P       share of deliveries that are sent twice, 0 to 1
  --shuffle            sends them in a random order
  --batch B            up to B events per delivery                    (default: 1 to 5, as the platform does)
  --concurrency C      concurrent requests                            (default: 8)
  --quiet              print only the summary`;

const { values: args } = parseArgs({
  allowNegative: true,
  options: {
    url: { type: "string", default: process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? "3000"}` },
    token: { type: "string", default: process.env.WEBHOOK_TOKENS?.split(",")[0]?.trim() ?? "" },
    conversations: { type: "string" },
    rate: { type: "string" },
    seed: { type: "string", default: String(Date.now()) },
    days: { type: "string", default: "14" },
    live: { type: "boolean", default: false },
    duplicates: { type: "string", default: "0" },
    shuffle: { type: "boolean", default: false },
    batch: { type: "string", default: "1" },
    concurrency: { type: "string", default: "8" },
    quiet: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (args.help) {
  console.log(usage);
  process.exit(0);
}
if (args.token === "") fail("a webhook token is needed: --token, as the Setup page shows it");

const random = new Random(args.seed);
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());

const started = Date.now();
const report = args.live ? await unfold() : await replay();
if (!args.quiet && process.stderr.isTTY) process.stderr.write("\r\u001b[K");
summarise(report);
process.exitCode = report.failed > 0 ? 1 : 0;

async function replay(): Promise<PlayReport> {
  const conversations = simulate({
    seed: args.seed,
    conversations: number("conversations", args.conversations ?? "20"),
    days: number("days", args.days),
    now: started,
  });
  const total = conversations.reduce((sum, { events }) => sum + events.length, 0);
  if (!args.quiet)
    console.log(`${conversations.length} conversations, ${total} events, seed ${args.seed} → ${webhookUrl()}`);
  const lanes = deliveryLanes(conversations, random, {
    lanes: Math.max(1, number("concurrency", args.concurrency)),
    batch: number("batch", args.batch),
  });
  return play(lanes, { ...target(), rate: number("rate", args.rate ?? "50"), onProgress: progress(total) });
}

async function unfold(): Promise<PlayReport> {
  if (!args.quiet) console.log(`live, seed ${args.seed} → ${webhookUrl()}; Ctrl+C ends it`);
  const conversations =
    args.conversations === undefined ? Number.POSITIVE_INFINITY : number("conversations", args.conversations);
  return playLive(conversations, { ...target(), rate: number("rate", args.rate ?? "2"), onProgress: progress(null) });
}

function target() {
  return {
    url: webhookUrl(),
    token: args.token,
    random,
    duplicates: number("duplicates", args.duplicates),
    shuffle: args.shuffle,
    signal: stop.signal,
  };
}

function webhookUrl(): string {
  const url = URL.parse(args.url) ?? fail(`--url: ${args.url} is not a valid URL`);
  if (url.pathname === "/") url.pathname = "/api/webhook";
  return url.href;
}

function number(name: string, text: string): number {
  const value = Number(text);
  return Number.isFinite(value) && value >= 0 ? value : fail(`--${name}: ${text} is not a number`);
}

function progress(total: number | null): (report: PlayReport) => void {
  let shownAt = 0;
  return (report) => {
    if (args.quiet || !process.stderr.isTTY || Date.now() - shownAt < 200) return;
    shownAt = Date.now();
    const share = total === null ? "" : ` of ${total} (${Math.floor((report.events / total) * 100)} %)`;
    process.stderr.write(
      `\r\u001b[K${report.events}${share} events, ${report.retries} retries, ${report.failed} failed`,
    );
  };
}

function summarise(report: PlayReport): void {
  const seconds = Math.max(report.milliseconds, 1) / 1000;
  console.log(
    `sent ${report.events} events in ${report.deliveries} deliveries, ${seconds.toFixed(1)} s (${Math.round(report.events / seconds)} events/s): ` +
      `${report.accepted} accepted, ${report.duplicates} duplicates, ${report.quarantined} quarantined, ${report.retries} retries, ${report.failed} failed`,
  );
  if (report.lastFailure !== null) console.error(`last failure: ${report.lastFailure}`);
}

function fail(reason: string): never {
  console.error(`${reason}\n\n${usage}`);
  process.exit(2);
}
