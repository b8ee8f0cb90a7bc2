import { readdirSync, readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";

const samples = readdirSync("lib/samples")
  .filter((name) => name.endsWith(".json"))
  .map((name) => readFileSync(`lib/samples/${name}`, "utf8"));

const main = "42bb83f00d8240e5bb41290a12eb44401693552452";
/** The published list sample belongs to another conversation. */
const ofList = "8e6884db0c7a480e90b2118f6daae12c1693797745";

test("the published samples are on the pages of their conversations, none as a fallback", async ({ page, webhook }) => {
  expect(samples).toHaveLength(28);
  for (const sample of samples) {
    const response = await webhook.post(sample);
    expect(response.status(), await response.text()).toBe(200);
  }
  await expectAllShown(page, main, 27);
  await expectAllShown(page, ofList, 1);
  await expect(page.getByText("What would you like to choose?").first()).toBeVisible();
});

test("a duplicate of a sample changes nothing", async ({ page, webhook }) => {
  for (const sample of samples) await webhook.post(sample);
  const again = await webhook.post(samples[0]);
  expect(await again.json()).toMatchObject({ accepted: 0, duplicates: 1 });
  const conversation = await page.request.get(`/api/v1/conversations/${main}`);
  expect(await conversation.json()).toMatchObject({ eventCount: 27, title: "Visitor - A27187", status: "closed" });
});

test("the state panel shows both spellings of a variable under one name", async ({ page, webhook }) => {
  for (const sample of samples) await webhook.post(sample);
  await page.goto(`/conversations/${main}`);
  await expect(page.locator('[data-variable="visitor_js1"]')).toHaveCount(1);
  await expect(page.locator('[data-variable="visitor_js1"]')).toContainText("hj");
  await expect(page.locator('[data-variable="JS2"]')).toContainText("Mtech");
});

async function expectAllShown(page: Page, key: string, count: number): Promise<void> {
  const answer = await page.request.get(`/api/v1/conversations/${key}/events?limit=200`);
  const { data } = await answer.json();
  expect(data).toHaveLength(count);
  expect(data.filter(({ recognised }: { recognised: boolean }) => !recognised)).toEqual([]);
  await page.goto(`/conversations/${key}`);
  const seen = new Map<string, string>();
  await expect(async () => {
    for (const entry of await page.locator("[data-event-id]").all()) {
      const id = await entry.getAttribute("data-event-id", { timeout: 1000 });
      if (id) seen.set(id, (await entry.getAttribute("data-event-type", { timeout: 1000 })) ?? "");
    }
    const timeline = page.locator("[data-event-id]");
    const missing = data.filter(({ id }: { id: string }) => !seen.has(id));
    if (missing.length > 0) await timeline.nth(seen.size % 2 === 0 ? 0 : -1).scrollIntoViewIfNeeded();
    expect(missing.map(({ type, messageType }: Record<string, unknown>) => [type, messageType])).toEqual([]);
  }).toPass({ timeout: 20_000 });
}
