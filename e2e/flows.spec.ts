import type { Page } from "@playwright/test";
import { simulate } from "@/lib/simulator/simulate";
import { expect, test } from "./support/app";
import { focusByTab } from "./support/focus-by-tab";
import { overflow, seriousFindings } from "./support/look";
import { openAs } from "./support/open-as";
import { pressGo } from "./support/press-go";

const conversations = simulate({ seed: "flows", conversations: 90, now: Date.now() });
const phone = { width: 390, height: 844 };
const bot = "8101";
const map = `/flows/${bot}?from=365d`;

test.beforeEach(async ({ webhook }) => {
  for (const { events } of conversations) await webhook.deliver(...events);
});

test("from the bots to a map, from its marks to exactly their conversations, and back", async ({ page }) => {
  await page.goto("/flows?from=365d");
  await page.getByRole("link", { name: "Shop assistant" }).click();
  await expect(page).toHaveURL(/\/flows\/8101/);
  const figure = page.getByRole("figure", { name: "Map of the flow" });
  await expect(figure).toBeVisible();
  for (const kind of ["data-edge", "data-end", "data-outcome"]) {
    const mark = figure.locator(`a[${kind}]`).first();
    const count = Number(/: (\d+)/.exec((await mark.getAttribute("aria-label")) ?? "")?.[1]);
    expect(count).toBeGreaterThan(0);
    await mark.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/\?.*created=/);
    const all = page.getByRole("group", { name: "Status" }).getByRole("button", { name: /^All/ });
    await expect(all).toHaveText(new RegExp(`^All ?${count}$`));
    await page.goBack();
    await expect(figure).toBeVisible();
  }
  await figure.locator("a[data-edge]").first().focus();
  await page.keyboard.press("Enter");
  await page.locator("a[data-conversation-key]").first().click();
  await expect(page).toHaveURL(/\/conversations\//);
});

test("the outcomes of each prompt and the ways to and from it add up to how often it was shown", async ({ page }) => {
  await page.goto(`${map}&as=tables`);
  const rows = page.locator("[data-prompt-row]");
  await expect(rows.first()).toBeVisible();
  const prompts = await rows.evaluateAll((found) =>
    found.map((row) => ({
      title: row.querySelector("th")?.textContent ?? "",
      numbers: [...row.querySelectorAll("td")].slice(1, 8).map((cell) => Number(cell.textContent?.replaceAll(",", ""))),
    })),
  );
  expect(prompts.length).toBeGreaterThan(2);
  const ways = await page.locator("[data-edge-row]").evaluateAll((found) =>
    found.map((row) => {
      const [from, to] = (row.getAttribute("data-edge-row") ?? "").split("/").filter((_, place) => place !== 1);
      return { from, to, count: Number(row.querySelectorAll("td")[2]?.textContent?.replaceAll(",", "")) };
    }),
  );
  const ids = await rows.evaluateAll((found) => found.map((row) => row.getAttribute("data-prompt-row")));
  for (const [place, { title, numbers }] of prompts.entries()) {
    const [shown = 0, ...outcomes] = numbers;
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    expect(sum(outcomes), title).toBe(shown);
    expect(sum(ways.filter(({ from }) => from === ids[place]).map(({ count }) => count)), title).toBe(shown);
    expect(sum(ways.filter(({ to }) => to === ids[place]).map(({ count }) => count)), title).toBe(shown);
  }
});

test("a bot, its map, a prompt and its conversations open by keyboard alone", async ({ page }) => {
  await page.goto("/bookmarks");
  await expect(page.getByRole("heading", { name: "Bookmarks" })).toBeVisible();
  await pressGo(page, "f");
  await expect(page.getByRole("heading", { name: "Flows", level: 1 })).toBeVisible();
  await focusByTab(page, '[data-bot="8101"] a');
  await page.keyboard.press("Enter");
  const marks = page.getByRole("figure", { name: "Map of the flow" }).locator("[data-mark]");
  await expect(marks.first()).toBeAttached();
  await focusByTab(page, '[aria-label="Map of the flow"] [data-mark]');
  await page.keyboard.press("End");
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(marks.first()).toBeFocused();
  const first = page.locator('[aria-label="Map of the flow"] [data-prompt]').first();
  while (!(await first.evaluate((mark) => mark === document.activeElement))) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/prompts\//);
  await expect(page.getByRole("region", { name: "Answers", exact: true })).toBeVisible();
  await focusByTab(page, '[aria-label="Outcomes"] [data-mark]');
  await page.keyboard.press("Enter");
  await expect(page.locator("a[data-conversation-key]").first()).toBeVisible();
});

test("t shows the tables, rare ways are hidden by a link, and a prompt is found", async ({ page }) => {
  await page.goto(map);
  const figure = page.getByRole("figure", { name: "Map of the flow" });
  await expect(figure).toBeVisible();
  await page.keyboard.press("t");
  await expect(figure).toBeHidden();
  await expect(page).toHaveURL(/as=tables/);
  await page.keyboard.press("t");
  await expect(figure).toBeVisible();
  await page.getByRole("link", { name: "any", exact: true }).click();
  await expect(page).toHaveURL(/least=0/);
  await expect(page.getByRole("link", { name: "any", exact: true })).toHaveAttribute("aria-current", "true");
  const all = await figure.locator("a[data-edge]").count();
  await page.getByRole("link", { name: /^10\s%$/ }).click();
  await expect(page).toHaveURL(/least=10/);
  await expect(page.getByText(/^Not drawn:/)).toBeVisible();
  expect(await figure.locator("a[data-edge]").count()).toBeLessThan(all);
  await page.getByRole("searchbox", { name: "Find a prompt" }).fill("how did we do");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/find=how/);
  await expect(page).toHaveURL(/least=10/);
  await expect(page.getByText(/^\d+ prompts? contains? these words/)).toBeVisible();
});

test("a conversation leads to its path on the map, and the map back to it", async ({ page }) => {
  const shown = conversations.findLast(({ scenario, events }) => scenario === "order support" && events.length > 12);
  await page.goto(`/conversations/${shown?.key}`);
  await expect(page.locator("[data-event-id]").first()).toBeVisible();
  await page.keyboard.press("b");
  await expect(page).toHaveURL(/\/flows\/8101\?.*path=/);
  await expect(page.getByRole("link", { name: /on the path of the conversation$/ }).first()).toBeVisible();
  await page.getByRole("link", { name: "a conversation" }).click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${shown?.key}`));
});

test("the wiring says where each choice should lead and what followed", async ({ page }) => {
  await page.goto(map);
  await page.getByRole("navigation", { name: "Flow" }).getByRole("link", { name: "Wiring" }).click();
  const table = page.getByRole("region", { name: "Table: All choices" });
  await expect(table.getByRole("row").nth(2)).toBeVisible();
  await expect(table).toContainText(/\d\s%\s“/);
  await expect(page.getByRole("region", { name: "Looks wrong", exact: true })).toContainText(
    /\d+ of \d+ choices look wrong.*Choices with the target \d+ led to different prompts/s,
  );
});

test("a bot or prompt that does not exist, and a period without conversations, say so", async ({ page }) => {
  await page.goto("/flows/no-such-bot");
  await expect(page.getByRole("heading", { level: 2 })).toContainText(/bot/i);
  await page.goto(`/flows/${bot}/prompts/no-such-prompt`);
  await expect(page.getByRole("heading", { level: 2 })).toContainText(/prompt/i);
  await page.goto("/flows?from=2001-01-01&to=2001-02-01");
  await expect(page.getByRole("heading", { name: "No conversations started in this period" })).toBeVisible();
});

test("a viewer without personal data is told what is left out, and sees no small number", async ({
  browser,
  server,
  page,
}) => {
  const masked = await openAs(browser, server, page, "analyst");
  await masked.goto(`${map}&as=tables`);
  await expect(masked.getByText(/ways of fewer than 5 conversations are hidden or left out/)).toBeVisible();
  const rows = masked.locator("[data-prompt-row]");
  const numbers = (await rows.locator("td:nth-of-type(n+2):nth-of-type(-n+8)").allInnerTexts()).filter(
    (text) => text !== "<5",
  );
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers.map(Number).filter((number) => number > 0 && number < 5)).toEqual([]);
  const viewer = await openAs(browser, server, page, "viewer");
  await viewer.goto("/");
  await expect(viewer.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Inbox" })).toBeVisible();
  await expect(viewer.getByRole("link", { name: "Flows" })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no serious accessibility finding, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of [map, `${map}&as=tables`, `/flows/${bot}/wiring?from=365d`, await promptPage(page)]) {
      await page.goto(path);
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });
}

test("a phone shows the table before the map, and no page scrolls sideways", async ({ page }) => {
  const prompt = await promptPage(page);
  await page.setViewportSize(phone);
  for (const path of ["/flows?from=365d", `/flows/${bot}/wiring?from=365d`, prompt, map]) {
    await page.goto(path);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
  const [table, chart] = await Promise.all([
    page.getByRole("region", { name: "Table: Map" }).boundingBox(),
    page.getByRole("figure", { name: "Map of the flow" }).boundingBox(),
  ]);
  expect(table?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(chart?.y ?? 0);
});

/** The address of the page of the prompt that was shown most often. */
async function promptPage(page: Page): Promise<string> {
  await page.goto(`${map}&as=tables`);
  return (await page.locator("[data-prompt-row] a").first().getAttribute("href")) ?? "";
}
