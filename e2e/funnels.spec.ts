import { simulate } from "@/lib/simulator/simulate";
import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";
import { openAs } from "./support/open-as";

const conversations = simulate({ seed: "funnels", conversations: 60, now: Date.now() });
const empty = "/funnels?bot=8101&from=365d";

test.beforeEach(async ({ webhook }) => {
  for (const { events } of conversations) await webhook.deliver(...events);
});

test("a funnel is built by choosing prompts, and each step leads to exactly its conversations", async ({ page }) => {
  await page.goto("/flows/8101?from=365d");
  await page.getByRole("link", { name: "Funnel", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Choose the first step" })).toBeVisible();
  const first = page.locator("[data-pick]").first();
  await first.getByRole("link", { name: /^Add Shown/ }).click();
  await expect(page.getByRole("heading", { name: "Add a step" })).toBeVisible();
  await first.getByRole("link", { name: /^Add Answered/ }).click();
  await expect(page.getByRole("list", { name: "Steps" }).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("link", { name: "Add Closed" }).click();
  const figure = page.getByRole("figure", { name: "Funnel" });
  await expect(figure.locator("[data-step]")).toHaveCount(3);
  await page.getByRole("link", { name: "In any order" }).click();
  await expect(page).toHaveURL(/order=loose/);

  const counts: number[] = [];
  for (const place of [0, 1, 2]) {
    const mark = figure.locator(`[data-step="${place}"]`);
    const count = Number(/: ([\d,]+) conversation/.exec((await mark.getAttribute("aria-label")) ?? "")?.[1]);
    counts.push(count);
    await mark.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/\?.*created=/);
    const tab = page.getByRole("group", { name: "Status" }).getByRole("button", { pressed: true });
    await expect(tab).toHaveText(new RegExp(`^(All|Closed) ?${count}$`));
    await page.goBack();
    await expect(figure.locator("[data-step]")).toHaveCount(3);
  }
  expect(counts[0]).toBeGreaterThan(0);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  const rows = page.locator("[data-step-row] td:nth-of-type(1)");
  expect((await rows.allTextContents()).map(Number)).toEqual(counts);
});

test("steps are moved and removed, and a choice is a step", async ({ page }) => {
  await page.goto(empty);
  const withChoices = page.locator("[data-pick]", { has: page.locator("summary") }).first();
  await withChoices.locator("summary").click();
  await withChoices.locator("details").getByRole("link").first().click();
  const steps = page.getByRole("list", { name: "Steps" }).getByRole("listitem");
  await expect(steps).toHaveCount(1);
  await page.getByRole("link", { name: "Add Handed over to a person" }).click();
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText("Chose");
  await steps
    .last()
    .getByRole("link", { name: /^Move up/ })
    .click();
  await expect(steps.first()).toContainText("Handed over to a person");
  await steps
    .first()
    .getByRole("link", { name: /^Remove/ })
    .click();
  await expect(steps).toHaveCount(1);
  await expect(steps.first()).toContainText("Chose");
});

test("the CSV file has the numbers of the table: those of one bot", async ({ page }) => {
  await page.goto(`${empty}&step=handedOver%3Dyes&step=closed&as=tables`);
  const numbers = page.locator("[data-step-row] td:nth-of-type(1)");
  await expect(numbers).toHaveCount(2);
  const href = await page.getByRole("link", { name: "Download CSV of Funnel" }).getAttribute("href");
  const [, ...lines] = (await (await page.request.get(href ?? "")).text()).trim().split("\n");
  expect(lines.map((line) => line.split(",")[1])).toEqual(await numbers.allTextContents());
});

test("a step that is none is named, and can be removed", async ({ page }) => {
  await page.goto(`${empty}&step=closed&step=nonsense`);
  await expect(page.getByRole("heading", { name: /"step" must be "closed", or a filter/ })).toBeVisible();
  await page.getByRole("link", { name: "Remove: nonsense" }).click();
  await expect(page.getByRole("figure", { name: "Funnel" })).toBeVisible();
});

test("a phone shows the table, and there is no serious accessibility finding", async ({ page, browser, server }) => {
  const funnel = `${empty}&step=handedOver%3Dyes&step=closed`;
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(funnel);
    await expect(page.getByRole("region", { name: "Funnel", exact: true })).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await seriousFindings(page)).toEqual([]);
  }
  await expect(page.locator("[data-step-row]").first()).toBeVisible();

  const masked = await openAs(browser, server, page, "analyst");
  await masked.goto(funnel);
  await expect(masked.getByText(/^Numbers, titles and ways of fewer than 5/)).toBeVisible();
  await masked.context().close();
});
