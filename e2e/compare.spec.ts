import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { seriousFindings } from "./support/look";
import { conversation, type Webhook } from "./support/webhook";

/** The same path with two outcomes, and an earlier conversation of the first one's visitor. */
async function deliverPaths(webhook: Webhook) {
  const visitorKey = `visitor-${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const question = `Which one of ${visitorKey}?`;
  // Only the latest conversations of the same bot are suggested.
  const botId = 100_000 + Math.floor(Math.random() * 1e9);
  const tell = async (options: Parameters<typeof conversation>[0], title: string, isHandedOver: boolean) => {
    const { key, create, event, botSays, visitorSays, agent, agentSays, bot } = conversation({ ...options, botId });
    await webhook.deliver(
      create(title, [{ type: "text", name: "plan", value: isHandedOver ? "pro" : "free" }]),
      botSays({ type: "button", payload: { title: question, buttons: [{ title: "Red" }, { title: "Blue" }] } }),
      visitorSays({ type: "button.response", payload: { body: isHandedOver ? "Blue" : "Red", callback: {} } }),
      ...Array.from({ length: 12 }, (_, place) => visitorSays(`Line ${place}`)),
      ...(isHandedOver
        ? [event("assignee_change", { changed_by: bot, from: bot, to: agent }), agentSays("Ines here")]
        : [event("status", { closed_by: bot, status: "Close" })]),
    );
    return key;
  };
  const earlier = await tell({ visitorKey, startedAt: "2026-11-10T09:00:00Z" }, "The visit before", false);
  const other = await tell({}, "Handed over", true);
  const own = await tell({ visitorKey, startedAt: "2026-11-22T09:00:00Z" }, "Closed by the bot", false);
  return { own, other, earlier };
}

const heads = (page: Page) => page.locator("[data-compare-heads]");

test("shows differences first, in one grid of columns, under sticky headings", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  const { own, other } = await deliverPaths(webhook);
  await page.goto(`/compare?a=${own}&b=${other}`);
  const facts = page.getByRole("table", { name: "Facts, the differing ones first" });
  await expect(facts.getByRole("row", { name: /^Questions/ })).toContainText("1 of 1 answered");
  const differing = () =>
    facts.locator("tbody tr").evaluateAll((rows) => rows.map((row) => row.hasAttribute("data-differs")));
  await expect.poll(async () => (await differing()).slice(0, 2)).toEqual([true, true]);
  const differ = await differing();
  expect(differ.lastIndexOf(true)).toBeLessThan(differ.indexOf(false));

  const flow = page.getByRole("region", { name: "Flow" });
  await expect(flow.getByText("Different answers")).toBeVisible();
  const lefts = await page.evaluate(() => {
    const columns = [
      "[data-compare-heads] > :nth-child(3)",
      "tbody tr td:nth-child(3)",
      "[data-variable] td:nth-child(3)",
    ];
    const cells = [...columns, "li[data-kind=answer] > div > :nth-child(3)"].map((each) =>
      document.querySelector(each),
    );
    return cells.map((cell) => Math.round(cell?.getBoundingClientRect().left ?? -1));
  });
  expect(new Set(lefts).size).toBe(1);

  await flow.getByText("Different answers").hover();
  await page.mouse.wheel(0, 5000);
  await expect(heads(page).getByRole("link", { name: "Closed by the bot" })).toBeInViewport();
  await expect(heads(page).getByRole("link", { name: "Handed over" })).toBeInViewport();
  await expect(flow.getByRole("heading", { name: "Flow" })).toBeInViewport();
  expect(await seriousFindings(page)).toEqual([]);
});

test("suggests the same path with a different outcome, and the visitor's earlier ones", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const { own, other, earlier } = await deliverPaths(webhook);
  await page.goto(`/compare?a=${own}`);
  const suggestions = page.getByRole("region", { name: "Suggestions for B" });
  await expect(suggestions.getByRole("button", { name: /^The visit before/ })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  const path = suggestions.getByRole("button", { name: /Handed over · 1 of 1 question the same/ });
  await path.click();
  await expect(page).toHaveURL(`/compare?a=${own}&b=${other}`);
  await expect(suggestions).toHaveCount(0);
  await page.goBack();
  await suggestions.getByRole("button", { name: /^The visit before/ }).click();
  await expect(page).toHaveURL(`/compare?a=${own}&b=${earlier}`);
});
