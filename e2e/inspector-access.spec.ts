import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { lowContrast } from "./support/contrast";
import { overflow, seriousFindings, smallTargets } from "./support/look";
import { openLongStory } from "./support/story";

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** The open menu or dialog: its trigger may show a tooltip afterwards. */
const opened = (page: Page) => page.locator('[role="menu"], [role="dialog"]');

/** Opens each menu and dialog, one at a time. */
const openings: readonly { name: string; open: (page: Page) => Promise<unknown> }[] = [
  { name: "outline", open: (page) => page.keyboard.press("o") },
  { name: "filter of the timeline", open: (page) => page.keyboard.press("f") },
  { name: "more", open: (page) => page.getByRole("button", { name: "More", exact: true }).click() },
  { name: "transcript", open: (page) => page.getByRole("button", { name: "Transcript" }).click() },
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`has no serious accessibility finding with outline, filter and menus open, ${colorScheme}`, async ({
    page,
    webhook,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const { ids } = await openLongStory(webhook, page, desktop);
    await page.goto(`${new URL(page.url()).pathname}?event=${ids[7]}`);
    const refund = page.locator('[data-variable="refund_limit"]');
    await refund.getByRole("button").first().click();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await lowContrast(page)).toEqual([]);
    for (const { name, open } of openings) {
      await open(page);
      await expect(opened(page), name).toBeVisible();
      expect(await seriousFindings(page), name).toEqual([]);
      expect(await lowContrast(page), name).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(opened(page)).toHaveCount(0);
    }
  });
}

for (const size of [desktop, phone]) {
  test(`has targets of at least 24 pixels at ${size.width}`, async ({ page, webhook }) => {
    const { ids } = await openLongStory(webhook, page, size);
    await page.goto(`${new URL(page.url()).pathname}?event=${ids[7]}`);
    if (size === phone) await page.getByRole("button", { name: "Show the state" }).click();
    const state = page.getByRole("complementary", { name: "State of the conversation" });
    await expect(state).toBeVisible();
    await state.locator("[data-variable]").first().getByRole("button").first().click();
    const parts = [
      "aside[aria-label='State of the conversation']",
      "section[aria-label='Playhead']",
      "[data-timeline]",
    ];
    // On a phone the page shows nothing else.
    for (const part of size === phone ? ["main"] : parts) expect(await smallTargets(page, part), part).toEqual([]);
  });
}

test("has no serious accessibility finding with the sheet open on a phone", async ({ page, webhook }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { ids } = await openLongStory(webhook, page, phone);
  await page.goto(`${new URL(page.url()).pathname}?event=${ids[7]}`);
  await page.getByRole("button", { name: "Show the state" }).click();
  const handle = page.getByRole("button", { name: "Full height" });
  for (const height of ["half", "full"]) {
    if (height === "full") await handle.click();
    expect(await seriousFindings(page), height).toEqual([]);
    expect(await lowContrast(page), height).toEqual([]);
  }
});

test("shows the playhead, the selection and changes in forced colors", async ({ page, webhook }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const { ids } = await openLongStory(webhook, page, desktop);
  await page.goto(`${new URL(page.url()).pathname}?event=${ids[7]}`);
  await expect(page.locator("[data-as-of]")).toBeVisible();
  const changed = page.locator("li[data-changed]").first();
  await expect(changed).toContainText("just now");
  // Bands that are only drawn by a background would vanish.
  for (const band of await page.locator("[data-in-charge]").all())
    await expect(band).toHaveCSS("forced-color-adjust", "none");
  expect(await seriousFindings(page)).toEqual([]);
});

test("is readable at twice the size, and does not animate with reduced motion", async ({ page, webhook }) => {
  // A window of 1280 pixels at 200 % zoom is 640 pixels wide.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openLongStory(webhook, page, { width: 640, height: 400 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(page.getByRole("region", { name: "Timeline" })).toBeInViewport();
  await page.getByRole("button", { name: "Show the state" }).click();
  const state = page.getByRole("complementary", { name: "State of the conversation" });
  await expect(state).toBeInViewport();
  await expect(page.locator("[data-playhead-strip]")).toBeInViewport();
  const durations = await state.evaluate((element) => {
    const all = [element, ...element.querySelectorAll("*")].map((each) => getComputedStyle(each));
    return all.flatMap(({ animationDuration, transitionDuration }) => [animationDuration, transitionDuration]);
  });
  expect(Math.max(...durations.map((duration) => Number.parseFloat(duration)))).toBeLessThan(0.001);
});
