import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { seriousFindings } from "./support/look";
import { conversation, type Webhook } from "./support/webhook";

const strip = (page: Page) => page.locator("[data-playhead-strip]");

/** A conversation with a bot, an agent, a note and a second day. */
async function openStory(webhook: Webhook, page: Page, size: { width: number; height: number }) {
  const { key, create, event, visitorSays, botSays, agent, bot } = conversation();
  await webhook.deliver(
    create("The long way"),
    botSays("How can I help?"),
    visitorSays("Where is my parcel?"),
    event("assignee_change", { changed_by: bot, from: bot, to: agent }),
    event("note", { note_by: agent, note: "Asked the warehouse" }),
    visitorSays("Still there?"),
  );
  await page.setViewportSize(size);
  await page.goto(`/conversations/${key}`);
  await expect(page.locator("[data-event-id]")).toHaveCount(6);
}

for (const [width, least] of [
  [1440, 560],
  [1180, 400],
  [1024, 400],
] as const) {
  test(`the strip is at least ${least} pixels wide at ${width}, with the state next to the timeline`, async ({
    page,
    webhook,
  }) => {
    await openStory(webhook, page, { width, height: 800 });
    const box = await strip(page).boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(least);
    expect(box?.height).toBe(40);
    await expect(page.getByRole("complementary", { name: "State of the conversation" })).toBeInViewport();
    await expect(page.getByRole("region", { name: "Timeline" })).toBeInViewport();
  });
}

test("the strip shows the assignees and notes", async ({ page, webhook }) => {
  await openStory(webhook, page, { width: 1440, height: 900 });
  await expect(page.locator("[data-notes]").first()).toHaveAttribute("data-notes", "1");
  await expect(page.locator("[data-in-charge]").last()).toHaveAttribute("data-in-charge", "agent");
});

test("at an earlier moment everything stays readable, and a line shows the time of the state", async ({
  page,
  webhook,
}) => {
  await openStory(webhook, page, { width: 1440, height: 900 });
  await expect(page.locator("[data-as-of]")).toHaveCount(0);
  await page.keyboard.press("Home");
  await expect(page.locator("[data-as-of]")).toContainText("state is as of here");
  const timeline = page.locator("[data-timeline]");
  await expect(timeline).not.toHaveAttribute("data-moving");
  expect(await seriousFindings(page)).toEqual([]);

  // While dragging, later events are dimmed.
  const box = await strip(page).boundingBox();
  if (box === null) throw new Error("The strip is not drawn.");
  await page.mouse.move(box.x + 4, box.y + 20);
  await page.mouse.down();
  await expect(timeline).toHaveAttribute("data-moving");
  await page.mouse.up();
  await expect(timeline).not.toHaveAttribute("data-moving");
});

test("the speed is selected from a menu, and the whole conversation is played to its end", async ({
  page,
  webhook,
}) => {
  await openStory(webhook, page, { width: 1440, height: 900 });
  await page.getByRole("button", { name: /^Speed:/ }).click();
  await page.getByRole("menuitemradio", { name: "Whole in 12 s" }).click();
  await expect(page.getByRole("button", { name: "Speed: Whole in 12 s" })).toBeVisible();
  await page.keyboard.press("p");
  await expect(page.getByText("event 1 of 6")).toBeVisible();
  await expect(page.getByText("event 6 of 6")).toBeVisible();
});

test("on a phone the controls, the time and the position fit in one row at every speed", async ({ page, webhook }) => {
  await openStory(webhook, page, { width: 390, height: 844 });
  await page.getByRole("button", { name: /^Speed:/ }).click();
  await page.getByRole("menuitemradio", { name: "Whole in 12 s" }).click();
  for (const part of [page.getByText("event 6 of 6"), page.getByRole("button", { name: "Speed: Whole in 12 s" })]) {
    const box = await part.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  }
});
