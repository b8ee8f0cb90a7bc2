import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { bringChromium, chromiumFlags } from "@/lib/cli/find-chromium.mjs";
import { openStore } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import { project } from "@/lib/store/projections/project";
import { conversation } from "./conversations";
import { freshDatabase } from "./database";
import type { Figure } from "./figure";
import { deliveryOf } from "./fill";
import { interleave } from "./interleave";
import { type BenchServer, startServer } from "./server";
import { traceTasks } from "./trace-tasks";

const longLength = 10_000;
const shortLength = 100;
const steps = 40;

/** The inspector with a conversation of 10,000 events in Chromium, compared with one of 100. */
export async function measureInspector(): Promise<Figure[]> {
  const fresh = await freshDatabase("sqlite");
  const store = openStore(fresh.database);
  const keys = { long: "", short: "" };
  for (const [place, [name, length]] of Object.entries({ long: longLength, short: shortLength }).entries()) {
    const events = conversation(place, length, "inspector");
    for (let from = 0; from < length; from += 500) await append(store, [deliveryOf(events.slice(from, from + 500))]);
    keys[name as keyof typeof keys] = events[0]?.conversation.key ?? "";
  }
  await project(store);
  await store.close();
  const server = await startServer(fresh);
  const executablePath = await bringChromium();
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
  try {
    return await measureIn(browser, server, keys);
  } finally {
    await browser.close();
    await server.stop();
    await fresh.drop();
  }
}

async function measureIn(
  browser: Browser,
  server: BenchServer,
  keys: { long: string; short: string },
): Promise<Figure[]> {
  const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 860 } });
  await context.addInitScript({ path: fileURLToPath(new URL("./observe-page.js", import.meta.url)) });
  await context.request.post("/api/auth/sign-in/email", { data: server.admin, headers: { origin: server.url } });
  const drawn = await interleave(
    5,
    () => timeToTimeline(context, keys.short),
    () => timeToTimeline(context, keys.long),
  );
  const short = await use(context, keys.short);
  const long = await use(context, keys.long);
  const compared = (name: string, unit: string, own: number, baseline: number, atMost: number): Figure => ({
    name,
    value: own,
    unit,
    baseline: { name: `${unit} with 100`, value: baseline },
    wanted: null,
    alsoWanted: { atMost, from: 0 },
  });
  return [
    {
      name: "first drawn timeline, 10,000 events",
      value: drawn.figure,
      unit: "ms",
      baseline: { name: "ms with 100", value: drawn.baseline },
      wanted: { atMost: 2 },
    },
    compared("main-thread work of a step of the playhead, 10,000 events", "ms", long.step, short.step, 50),
    compared("DOM nodes at most, 10,000 events", "nodes", long.nodes, short.nodes, 3000),
    compared("longest task while opening and stepping, 10,000 events", "ms", long.longestTask, short.longestTask, 200),
    compared("the same in processor time", "ms", long.longestWork, short.longestWork, 200),
  ];
}

declare global {
  interface Window {
    /** bench/observe-page.js */
    bench: { drawn: Promise<number>; longestTask: number };
  }
}

async function timeToTimeline(context: BrowserContext, key: string): Promise<number> {
  const { page, drawnAt } = await open(context, key);
  await page.close();
  return drawnAt;
}

async function open(context: BrowserContext, key: string): Promise<{ page: Page; drawnAt: number }> {
  const page = await context.newPage();
  await page.goto(`/conversations/${key}`, { waitUntil: "commit" });
  return { page, drawnAt: await page.evaluate(() => window.bench.drawn) };
}

/** Opens a conversation at a moment, steps back event by event, jumps and searches, as a user would. */
async function use(context: BrowserContext, key: string) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const endTrace = await traceTasks(devtools);
  await page.goto(`/conversations/${key}?event=${await farFromTheEnd(context, key)}`);
  await page.evaluate(() => window.bench.drawn);
  await page.waitForLoadState("networkidle");
  await devtools.send("Performance.enable");
  const work = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
  };
  const countNodes = () => page.evaluate(() => document.querySelectorAll("*").length);
  const press = async (key: string) => {
    await page.keyboard.press(key);
    await page.waitForTimeout(50);
  };
  let nodes = await countNodes();
  await press("ArrowLeft");
  const before = await work();
  for (let step = 0; step < steps; step++) await press("ArrowLeft");
  const step = ((await work()) - before) / steps;
  for (const place of ["Home", "ArrowRight", "End"]) {
    await press(place);
    nodes = Math.max(nodes, await countNodes());
  }
  await press("/");
  await page.keyboard.type("visitor", { delay: 50 });
  await page.getByText(/^\d+ of \d+$/).waitFor();
  const longestTask = await page.evaluate(() => window.bench.longestTask);
  const longestWork = await endTrace();
  await page.close();
  return { step, nodes, longestTask, longestWork };
}

/** The event before the last thousand, or the first: the page has to fold up to it. */
async function farFromTheEnd(context: BrowserContext, key: string): Promise<string> {
  const answer = await context.request.get(`/api/v1/conversations/${key}/events?last=true&limit=1000`);
  const { data } = (await answer.json()) as { data: { id: string }[] };
  return data[0]?.id ?? "";
}
