import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page, request } from "@playwright/test";
import { admin, type Server, startServer } from "@/e2e/support/server";
import { bots } from "@/lib/simulator/cast";
import { deliveryLanes } from "@/lib/simulator/deliveries";
import { play } from "@/lib/simulator/play";
import { Random } from "@/lib/simulator/random";
import { type SimulatedConversation, simulate } from "@/lib/simulator/simulate";
import { chromiumFlags, findChromium } from "./find-chromium.mjs";

// `npm run screenshots`: generates docs/screenshots/ from the demo conversations with the production build.
const folder = "docs/screenshots";
const size = { width: 1440, height: 900 };

const server = await startServer({
  database: "sqlite",
  port: Number(process.env.PORT ?? 3000),
  env: { WEBHOOK_TOKENS: "e2e-webhook-token" },
});
const executablePath = await findChromium();
const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath ? { executablePath } : {}) });
try {
  const conversations = simulate({ seed: "demo", conversations: 320, now: Date.now() });
  await fill(server, conversations);
  await draw(browser, server, mostTelling(conversations));
} finally {
  await browser.close();
  await server.stop();
}

async function fill({ url, webhookToken }: Server, conversations: readonly SimulatedConversation[]): Promise<void> {
  const random = new Random("demo");
  const lanes = deliveryLanes(conversations, random, { lanes: 4, batch: 40 });
  const report = await play(lanes, { url: `${url}/api/webhook`, token: webhookToken, random, rate: 0 });
  // The platform's test call, for the Setup page.
  await fetch(`${url}/api/webhook`, { method: "POST", headers: { authorization: webhookToken }, body: "{}" });
  if (report.failed > 0) throw new Error(`the demo was refused: ${report.lastFailure}`);
}

async function draw(browser: Browser, { url }: Server, shown: SimulatedConversation): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const session = await request.newContext({ baseURL: url });
  await session.post("/api/auth/sign-in/email", { data: admin, headers: { origin: url } });
  const answer = await session.get(`/api/v1/conversations/${shown.key}/events?limit=200`);
  const { data: events } = await answer.json();
  const sets = events.findLast((event: { text: string }) => event.text.includes("refund_limit"));
  const moment = (sets ?? events.at(-1)).id;
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      ...{ baseURL: url, viewport: size, colorScheme, locale: "en-GB", timezoneId: "Europe/Berlin" },
      storageState: await session.storageState(),
    });
    const page = await context.newPage();
    await paintMedia(page);
    for (const [name, path] of [
      ["inbox", "/"],
      ["inspector", `/conversations/${shown.key}?event=${moment}`],
      ["flow", `/flows/${bots.shop.id}`],
      ["setup", "/setup"],
    ] as const) {
      await page.goto(path);
      await page
        .locator(name === "inspector" ? "[data-event-id]" : "main")
        .first()
        .waitFor();
      await page.waitForTimeout(1500);
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
      console.log(`${folder}/${name}-${colorScheme}.png`);
    }
    await context.close();
  }
}

/** An English support conversation with a handover, a note, a label and a photo, short enough for one screen. */
function mostTelling(conversations: readonly SimulatedConversation[]): SimulatedConversation {
  const wanted = [
    "Hi, I'm the",
    '"visitor_email"',
    '"note"',
    '"action":"added"',
    "refund_limit",
    '"file_upload.response"',
    '"image"',
  ];
  const score = ({ scenario, events }: SimulatedConversation) => {
    const text = JSON.stringify(events);
    const found = wanted.filter((part) => text.includes(part)).length;
    return scenario === "order support"
      ? found - (text.includes('"audio"') ? 1 : 0) - Math.abs(events.length - 34) / 40
      : -1;
  };
  const [best] = [...conversations].sort((left, right) => score(right) - score(left));
  if (!best) throw new Error("no conversation was simulated");
  return best;
}

/** Simulated files do not exist: requests to the storage host return a plain picture. */
async function paintMedia(page: Page): Promise<void> {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320"><defs><linearGradient id="g" x2="1" y2="1">
    <stop stop-color="#e9dcc9"/><stop offset="1" stop-color="#b9a58c"/></linearGradient></defs>
    <rect width="480" height="320" fill="url(#g)"/><path d="M170 250h140l-24-96h-92z" fill="#6d5f50"/>
    <circle cx="240" cy="118" r="46" fill="#f4efe6"/><path d="M240 78l10 32-18 10 14 26" stroke="#6d5f50" stroke-width="4" fill="none"/></svg>`;
  await page.route(/storage\.googleapis\.com/, (route) => {
    return route.fulfill({ contentType: "image/svg+xml", body: picture });
  });
}
