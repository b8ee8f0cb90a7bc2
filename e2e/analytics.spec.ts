import { simulate } from "@/lib/simulator/simulate";
import { expect, test } from "./support/app";
import { focusByTab } from "./support/focus-by-tab";
import { overflow, seriousFindings } from "./support/look";
import { openAs } from "./support/open-as";
import { pressGo } from "./support/press-go";

const conversations = simulate({ seed: "analytics", conversations: 40, now: Date.now() });
const phone = { width: 390, height: 844 };
const page365 = "/analytics?from=365d";

test.beforeEach(async ({ webhook }) => {
  for (const { events } of conversations) await webhook.deliver(...events);
});

test("a number leads to exactly the conversations it counts", async ({ page }) => {
  await page.goto(page365);
  for (const metric of ["started", "newVisitors", "engaged", "handedOver", "botOnly", "humanWait", "closedByBot"]) {
    const card = page.locator(`[data-metric="${metric}"]`);
    const count = Number(
      /([\d,]+) of [\d,]+/.exec((await card.textContent()) ?? "")?.[1]?.replace(",", "") ?? Number.NaN,
    );
    const isCount = metric === "started";
    const isShare = !isCount && Number.isFinite(count);
    await card.getByRole("link").click();
    await expect(page).toHaveURL(/\/\?.*created=/);
    const all = page.getByRole("group", { name: "Status" }).getByRole("button", { name: /^All/ });
    if (isShare) await expect(all).toHaveText(new RegExp(`^All ?${count}$`));
    else await expect(all).toHaveText(/^All ?\d+$/);
    await page.goBack();
    await expect(card).toBeVisible();
  }
});

test("a card, its conversations and one of them open by keyboard alone", async ({ page }) => {
  await page.goto("/bookmarks");
  await expect(page.getByRole("heading", { name: "Bookmarks" })).toBeVisible();
  await pressGo(page, "a");
  await expect(page.getByRole("heading", { name: "Analytics", level: 1 })).toBeVisible();
  await focusByTab(page, '[data-metric="started"] a');
  await expect(page.getByRole("tooltip", { name: "Conversations that started in the period." })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/\?.*created=/);
  await expect(page.locator("a[data-conversation-key]").first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/conversations\//);
  await expect(page.locator("[data-event-id]").first()).toBeVisible();
});

test("arrow keys move between the marks of a chart, and t shows the tables", async ({ page }) => {
  await page.goto(page365);
  const marks = page.getByRole("figure", { name: "Conversations over time" }).locator("[data-mark]");
  await expect(marks.first()).toBeVisible();
  await focusByTab(page, '[aria-label="Conversations over time"] [data-mark]');
  await expect(marks.first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(marks.last()).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(marks.nth(-2)).toBeFocused();
  await page.keyboard.press("t");
  await expect(page).toHaveURL(/as=tables/);
  await expect(marks.first()).toBeHidden();
  const table = page.getByRole("region", { name: "Table: Conversations over time" });
  await expect(table.getByRole("row")).not.toHaveCount(0);
  await page.reload();
  await expect(table).toBeVisible();
  await page.keyboard.press("t");
  await expect(marks.first()).toBeVisible();
});

test("filters and period come from the URL, and changes are written to it", async ({ page }) => {
  await page.goto(page365);
  const started = page.locator('[data-metric="started"] [data-value]');
  const all = Number(await started.textContent());
  const search = page.getByRole("combobox", { name: "Search conversations" });
  await search.fill("status:closed ");
  await expect(page).toHaveURL(/status=closed/);
  await expect(started).not.toHaveText(String(all));
  await page.goBack();
  await expect(started).toHaveText(String(all));
  await page.getByRole("button", { name: /^Period/ }).click();
  await page.getByRole("button", { name: "Last 7 days" }).click();
  await expect(page).toHaveURL(/from=7d/);
  await page.goto("/analytics?from=soon&label=no-label-has-this-name");
  await expect(page.getByRole("region", { name: "Ignored parts of the link" })).toContainText("from=soon");
  await expect(page.getByRole("heading", { name: "No matching conversations in this period" })).toBeVisible();
});

test("a figure's numbers download as CSV", async ({ page }) => {
  await page.goto(page365);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV of Hours of the week" }).click(),
  ]);
  const stream = await download.createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  expect(Buffer.concat(parts).toString()).toMatch(/^\uFEFF?key,name,value/);
});

test("a viewer without personal data sees that small numbers are hidden", async ({ browser, server, page }) => {
  const masked = await openAs(browser, server, page, "analyst");
  await masked.goto(page365);
  await expect(masked.locator('[data-metric="started"] [data-value]')).toHaveText(/^\d+$/);
  await expect(masked.getByText(/under 5 (is|are) hidden/).first()).toBeVisible();
  const hours = masked.getByRole("figure", { name: "Conversations by weekday and hour" });
  const numbers = (await hours.locator("[data-mark] text").allInnerTexts()).filter((text) => text !== "<5");
  expect(numbers.filter((text) => Number(text) < 5)).toEqual([]);
  const viewer = await openAs(browser, server, page, "viewer");
  await viewer.goto("/");
  await expect(viewer.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Inbox" })).toBeVisible();
  await expect(viewer.getByRole("link", { name: "Analytics" })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no serious accessibility finding with numbers and with tables, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const path of [page365, `${page365}&as=tables`]) {
      await page.goto(path);
      await expect(page.getByRole("region", { name: "People", exact: true })).toBeVisible();
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });
}

test("a phone shows the page without scrolling sideways, the narrowest with tables first", async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto(page365);
  await expect(page.getByRole("region", { name: "People", exact: true })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.getByRole("figure", { name: "Conversations over time" })).toBeVisible();
  await expect(page.getByRole("region", { name: "Table: Hours of the week" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Analytics" })).toBeVisible();
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const [table, chart] = await Promise.all([
    page.getByRole("region", { name: "Table: Conversations over time" }).boundingBox(),
    page.getByRole("figure", { name: "Conversations over time" }).boundingBox(),
  ]);
  expect(table?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(chart?.y ?? 0);
});
