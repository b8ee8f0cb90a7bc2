import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { overflow } from "./support/look";
import { openLongStory, openNastyStory } from "./support/story";

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const state = (page: Page) => page.getByRole("complementary", { name: "State of the conversation" });
const section = (page: Page, name: string) => state(page).getByRole("region", { name, exact: true });
const variable = (page: Page, name: string) => state(page).locator(`[data-variable="${name}"]`);

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("The element is not drawn.");
  return box;
}

test("shows readable names of contact variables, and copies the original name", async ({ page, webhook }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await openLongStory(webhook, page, desktop);
  const plan = variable(page, "visitor_preferred_plan");
  await expect(plan).toContainText("Preferred plan");
  await expect(plan).not.toContainText("visitor_");
  await expect(plan.getByTitle("visitor_preferred_plan")).toBeVisible();
  await plan.getByRole("button").first().click();
  await plan.getByRole("button", { name: "Copy the name" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("visitor_preferred_plan");
});

test("links variables, labels and assignees to the conversations with the same value", async ({ page, webhook }) => {
  const { key } = await openLongStory(webhook, page, desktop);
  const found = page.locator(`[data-conversation-key="${key}"]`);
  const plan = variable(page, "visitor_preferred_plan");
  await plan.getByRole("button").first().click();
  await plan.getByRole("link", { name: "Conversations with this value of visitor_preferred_plan" }).click();
  await expect(page).toHaveURL("/?var.visitor_preferred_plan=pro");
  await expect(found).toBeVisible();
  await page.goBack();
  await section(page, "Labels").getByRole("link", { name: "Conversations with the label refund" }).click();
  await expect(page).toHaveURL("/?label=77");
  await expect(found).toBeVisible();
  await page.goBack();
  await section(page, "Assignee").getByRole("link", { name: "Conversations with the assignee Lian Bo" }).click();
  await expect(page).toHaveURL("/?assignee=lian.bo%40example.com");
  await expect(found).toBeVisible();
});

test("shows durations and start times, with a separator for each day", async ({ page, webhook }) => {
  await openLongStory(webhook, page, desktop);
  const status = section(page, "Status");
  await expect(status.locator("[data-day]")).toHaveText([/^Fri 20 Nov/, "Sat 21 Nov"]);
  await expect(status.getByRole("listitem").last()).toHaveText(/Open\s*by Lian Bo\s*for 20 s\s*since 11:00:00/);
  await expect(section(page, "Assignee").getByRole("listitem").nth(1)).toHaveText(/for 5 s\s*since 10:00:00/);
});

test("keeps names and values on one line within the panel, and the end of an address visible", async ({
  page,
  webhook,
}) => {
  await openNastyStory(webhook, page, desktop);
  const panel = await boxOf(state(page));
  for (const row of await state(page).locator("[data-variable]").all()) {
    const { x, width, height } = await boxOf(row);
    expect(height).toBeLessThanOrEqual(26);
    expect(x).toBeGreaterThanOrEqual(panel.x);
    expect(x + width).toBeLessThanOrEqual(panel.x + panel.width);
  }
  const email = await boxOf(variable(page, "visitor_email").getByText("ample.com", { exact: true }));
  expect(email.x + email.width).toBeLessThanOrEqual(panel.x + panel.width);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("shows a long value on demand", async ({ page, webhook }) => {
  await openNastyStory(webhook, page, desktop);
  const long = variable(page, "variable_1");
  await long.getByRole("button").first().click();
  await expect(long.locator("[data-value-type]").nth(1)).toHaveText(/…$/);
  await long.getByRole("button", { name: "Show all 2,000 characters" }).click();
  await expect(long.locator("[data-value-type]").nth(1)).not.toHaveText(/…$/);
});

test("is resized by its handle, also with the keyboard, and keeps its width", async ({ page, webhook }) => {
  await openLongStory(webhook, page, desktop);
  const grip = page.getByRole("separator", { name: "Width of the state panel" });
  const before = (await boxOf(state(page))).width;
  await grip.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(async () => (await boxOf(state(page))).width).toBe(before + 16);
  await expect(page).not.toHaveURL(/event=/);
  await page.keyboard.press("End");
  await expect(grip).toHaveAttribute("aria-valuenow", "560");
  await page.reload();
  await expect.poll(async () => (await boxOf(state(page))).width).toBe(560);
  const { x, y, height } = await boxOf(grip);
  await page.mouse.move(x + 4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 104, y + height / 2);
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(state(page))).width).toBeLessThan(480);
});

test("is a sheet with two heights on a phone, with the strip below it and changes first", async ({ page, webhook }) => {
  const { ids } = await openLongStory(webhook, page, phone);
  await page.goto(`${new URL(page.url()).pathname}?event=${ids[7]}`);
  await page.getByRole("button", { name: "Show the state" }).click();
  const strip = page.locator("[data-playhead-strip]");
  const timeline = page.getByRole("region", { name: "Timeline" });
  const half = await boxOf(state(page));
  expect(half.y + half.height).toBeLessThanOrEqual((await boxOf(strip)).y);
  await expect(timeline).toBeInViewport({ ratio: 0.5 });
  await expect(page.locator("[data-current]")).toBeInViewport();
  await expect(state(page).locator("[data-variable]").first()).toHaveAttribute("data-variable", "refund_limit");
  await expect(state(page).locator("[data-variable]").nth(1)).toHaveAttribute("data-variable", "refund_reason");

  const handle = state(page).getByRole("button", { name: "Full height" });
  await handle.click();
  await expect.poll(async () => (await boxOf(state(page))).height).toBeGreaterThan(half.height * 1.5);
  await expect(strip).toBeInViewport();
  await handle.press("ArrowDown");
  await expect.poll(async () => (await boxOf(state(page))).height).toBeCloseTo(half.height, 1);
  const grip = await boxOf(handle);
  await page.mouse.move(grip.x + grip.width / 2, grip.y + 8);
  await page.mouse.down();
  await page.mouse.move(grip.x + grip.width / 2, grip.y - 100);
  await page.mouse.up();
  await expect(state(page)).toHaveAttribute("data-state-sheet", "full");

  // The playhead still moves below it.
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("event 9 of 14")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(state(page)).toHaveCount(0);
});
