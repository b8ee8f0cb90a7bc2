import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { seriousFindings } from "./support/look";
import { conversation, type Webhook } from "./support/webhook";

/** A conversation with every kind of entry, over two days. */
async function openEverything(webhook: Webhook, page: Page, search = "") {
  const { key, create, event, visitorSays, botSays, agent, bot } = conversation();
  await webhook.deliver(
    create("Everything", [{ type: "text", name: "timezone", value: "Asia/Tokyo" }]),
    botSays({ type: "button", payload: { title: "Which one?", buttons: [{ title: "Red" }, { title: "Blue" }] } }),
    visitorSays({ type: "button.response", payload: { body: "Red", callback: {} } }),
    event("variables", { action_performed_by: bot, variables: [{ type: "text", name: "colour", value: "Red" }] }),
    event("assignee_change", { changed_by: agent, from: bot, to: agent }),
    event("note", { note_by: agent, note: "Asked twice" }),
    visitorSays("Is it ready?"),
    event("status", { closed_by: agent, status: "Close" }),
  );
  await page.goto(`/conversations/${key}${search}`);
  await expect(page.getByRole("region", { name: "Timeline" })).toBeVisible();
  return key;
}

const entries = (page: Page) => page.locator("[data-event-id]");

test("hides entries by kind and actor, says so, and keeps them available", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openEverything(webhook, page);
  await expect(entries(page)).toHaveCount(8);
  await page.keyboard.press("f");
  const menu = page.getByRole("dialog", { name: "Filter the timeline" });
  await menu.getByRole("button", { name: "Only notes" }).click();
  await expect(entries(page)).toHaveCount(1);
  await expect(page).toHaveURL(/entries=note/);
  await menu.getByRole("checkbox", { name: "Messages" }).check();
  await expect(entries(page)).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(page.getByText("6 of 8 entries hidden")).toBeVisible();

  await page.reload();
  await expect(entries(page)).toHaveCount(2);
  // The playhead and a search match reveal a hidden entry.
  await page.keyboard.press("Home");
  await expect(page.getByText("event 1 of 8")).toBeVisible();
  await expect(page.locator('[data-current] [data-event-type="conversation_create"]')).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("colour");
  await expect(page.locator('[data-hit] [data-event-type="variables"]')).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(entries(page)).toHaveCount(8);
});

test("navigates a conversation by its outline, with the keyboard", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openEverything(webhook, page);
  await page.keyboard.press("o");
  const outline = page.getByRole("listbox", { name: "Outline of the conversation" });
  await expect(outline).toBeFocused();
  await expect(outline.getByRole("option", { name: /Closed by/ })).toHaveAttribute("aria-selected", "true");
  await expect(outline.getByRole("option", { name: /Which one\?/ })).toBeVisible();
  for (const key of ["Home", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(page.getByText("event 2 of 8")).toBeVisible();
  await expect(outline.getByRole("option", { name: /Which one\?/ })).toHaveAttribute("aria-selected", "true");
});

test("formats times and sets the density as selected, and remembers both", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openEverything(webhook, page);
  const choose = async (name: string | RegExp) => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitemradio", { name }).click();
  };
  const time = entries(page)
    .nth(1)
    .getByRole("button", { name: /move the playhead here/ });
  await choose("In the visitor’s time zone");
  await expect(page.getByRole("heading", { name: /the visitor’s time, Asia\/Tokyo/ })).toBeVisible();
  await expect(time).toHaveAttribute("title", /GMT\+9/);
  await choose(/Elapsed/);
  await expect(time).toHaveText(/^\+2 s\s*Δ 1 s$/);
  await choose("Relative");
  await expect(time).toHaveText(/ago$/);
  await choose("Compact");
  await page.reload();
  await expect(time).toHaveText(/ago$/);
  await expect(page.locator('[data-timeline][data-density="compact"]')).toBeVisible();
});

test("has no serious accessibility finding while reading, light and dark, also on a phone", async ({
  page,
  webhook,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 390, height: 844 });
  await openEverything(webhook, page, "?entries=note,message");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    for (const key of ["f", "o"]) {
      await page.keyboard.press(key);
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    }
  }
});

test("exports the conversation: copied, downloaded, and rendered alone in a browser", async ({
  page,
  webhook,
  browser,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const key = await openEverything(webhook, page);
  const choose = async (name: string) => {
    await page.getByRole("button", { name: "Transcript" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await choose("Copy as Markdown");
  await expect(page.getByText("Transcript copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("# Everything");

  const downloading = page.waitForEvent("download");
  await choose("HTML, one file");
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(`conversation-${key}.html`);
  const file = await (await browser.newContext({ offline: true, javaScriptEnabled: false })).newPage();
  const requests: string[] = [];
  file.on("request", (request) => requests.push(request.url()));
  const saved = test.info().outputPath("transcript.html");
  await download.saveAs(saved);
  const address = `file://${saved}`;
  await file.goto(address);
  await expect(file.locator("article")).toHaveCount(4);
  await expect(file.locator(".chosen")).toHaveText("✓ Red");
  expect(requests).toEqual([address]);
  await file.context().close();
});
