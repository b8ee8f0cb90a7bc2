import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";
import { conversation } from "./support/webhook";

/** Unique to one test. */
let word = "";
let key = "";

test.beforeEach(async ({ webhook }) => {
  word = `kettle${Date.now()}`;
  const told = conversation({ startedAt: new Date(Date.now() - 3_600_000).toISOString() });
  key = told.key;
  await webhook.deliver(
    told.create(`About ${word}`),
    told.visitorSays(`My ${word} broke in two`),
    told.event("conversation_labels", {
      action_performed_by: told.agent,
      action: "added",
      labels: [{ id: 9900, name: "boiling over" }],
    }),
    told.agentSays("We send another one"),
  );
});

test("the palette supports filters, shows why a conversation matches, and lists the page's commands", async ({
  page,
}) => {
  await page.goto(`/conversations/${key}`);
  await expect(page.locator("[data-pane] [data-event-id]").first()).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type(`label:"boiling over" ${word} broke`);
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await expect(palette.getByRole("option", { name: new RegExp(`My ${word} broke in two`) })).toBeVisible();
  await expect(palette.getByRole("option", { name: /^Filter the inbox by/ })).toBeVisible();
  expect(await seriousFindings(page, '[role="dialog"]')).toEqual([]);
  await palette.getByRole("combobox").fill("stat:open");
  await expect(palette.getByRole("status")).toContainText('Did you mean "status"?');
  await palette.getByRole("combobox").fill("outline");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Outline" })).toBeVisible();
});

test("F6 moves from the list to the conversation, the strip and the state, and around", async ({ page }) => {
  await page.goto(`/conversations/${key}?q=${word}`);
  await expect(page.locator("[data-pane] [data-event-id]").first()).toBeVisible();
  const stops = [
    page.locator("a[data-conversation-key]"),
    page.getByRole("region", { name: "Timeline" }),
    page.getByRole("slider", { name: "Playhead" }),
    page.getByRole("complementary", { name: "State of the conversation" }),
    page.locator("a[data-conversation-key]"),
  ];
  for (const stop of stops) {
    await page.keyboard.press("F6");
    await expect(stop).toBeFocused();
  }
  await page.keyboard.press("Shift+F6");
  await expect(page.getByRole("complementary", { name: "State of the conversation" })).toBeFocused();
});

test("keys pressed before hydration are not lost", async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByRole("combobox", { name: "Search conversations" })).toBeVisible();
  await page.keyboard.type(`/${word}`);
  release();
  await expect(page.getByRole("combobox", { name: "Search conversations" })).toHaveValue(word);
  await expect(page.locator("a[data-conversation-key]")).toHaveCount(1);
});

test("the palette opens with the text typed before hydration", async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByRole("combobox", { name: "Search conversations" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type(word);
  release();
  const palette = page.getByRole("dialog", { name: "Search and commands" });
  await expect(palette.getByRole("combobox")).toHaveValue(word);
  await expect(palette.getByRole("option", { name: new RegExp(`About ${word}`) })).toBeVisible();
});

test("the search box suggests recent searches, all filters, and terms for a plain word", async ({ page }) => {
  await page.goto(`/?q=${word}`);
  await expect(page.locator("a[data-conversation-key]")).toHaveCount(1);
  await page.waitForTimeout(2000);
  await page.goto("/");
  const box = page.getByRole("combobox", { name: "Search conversations" });
  await box.focus();
  await expect(page.getByRole("option", { name: `${word} recent search` })).toBeVisible();
  await expect(page.getByRole("option", { name: /^stopped-at / })).toBeAttached();
  await box.pressSequentially("boiling");
  await page.getByRole("option", { name: /^label:"boiling over"/ }).click();
  await expect(page.getByRole("button", { name: "Edit filter label boiling over" })).toBeVisible();
  await page.getByRole("button", { name: "Filters as text" }).click();
  await expect(box).toBeFocused();
  await expect(box).toHaveValue('label:"boiling over"');
});

test("the navigation shows labels if there is space or it is pinned, and four on phones", async ({ page }) => {
  await page.goto("/");
  const main = page.getByRole("navigation", { name: "Main" });
  const words = main.getByText("Deliveries", { exact: true }).last();
  await expect(words).toBeHidden();
  await main.getByRole("button", { name: "Navigation with words" }).click();
  await expect(words).toBeVisible();
  await page.reload();
  await expect(words).toBeVisible();
  await main.getByRole("button", { name: "Navigation with words" }).click();
  await expect(words).toBeHidden();
  await page.setViewportSize({ width: 1700, height: 900 });
  await expect(words).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const word of ["Inbox", "Search", "Deliveries", "More"])
    await expect(main.getByText(word, { exact: true }).last()).toBeVisible();
  await expect(main.getByText("Settings", { exact: true }).last()).toBeHidden();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await main.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Bookmarks" }).click();
  await expect(page.getByRole("heading", { name: "Bookmarks", level: 1 })).toBeVisible();
});

test("the end of a conversation is in the page's HTML", async ({ page }) => {
  await page.goto("/");
  const answer = await page.request.get(`/conversations/${key}`, { headers: { "sec-fetch-dest": "document" } });
  expect(await answer.text()).toContain("We send another one");
  expect(await answer.text()).toMatch(/data-event-id="\d+"/);
});

/** Delays the page's scripts, as on a slow network. */
async function holdScripts(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
