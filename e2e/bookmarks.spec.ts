import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";
import { conversation } from "./support/webhook";

test("an event is bookmarked, annotated, and found in the bookmarks", async ({ page, webhook }) => {
  const told = conversation();
  const word = `kettle ${Date.now()}`;
  await webhook.deliver(told.create(`About the ${word}`), told.visitorSays("It broke"), told.agentSays("Oh no"));
  await page.goto(`/conversations/${told.key}`);
  const entry = page.locator('[data-event-type="message"]', { hasText: "It broke" });
  await entry.hover();
  const star = entry.getByRole("button", { name: "Bookmark this event" });
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");

  await page.getByRole("link", { name: "Bookmarks" }).click();
  // Until then the conversation is still visible, which contains the word several times.
  await expect(page.getByRole("heading", { name: "Bookmarks", level: 1 })).toBeVisible();
  const item = page.getByRole("listitem").filter({ hasText: word });
  await expect(item).toContainText("It broke");
  await item.hover();
  const preview = page.getByRole("region", { name: "Bookmarked" });
  await expect(preview.getByText("It broke")).toBeVisible();
  await expect(preview.getByRole("link", { name: "Open at this event" })).toHaveAttribute("href", /\?event=\d+$/);
  const noting = page.waitForResponse((response) => response.request().method() === "PATCH");
  await item.getByRole("textbox").fill("ask again");
  await item.getByRole("textbox").press("Enter");
  expect((await noting).status()).toBe(200);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await seriousFindings(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.reload();
  await expect(item.getByRole("textbox")).toHaveValue("ask again");
  await item.getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${told.key}\\?event=\\d+`));
});
