import { expect, test } from "./support/app";
import { seriousFindings } from "./support/look";
import { conversation } from "./support/webhook";

test("a view is saved, made the default, changed, deleted and restored", async ({ page, webhook, server }) => {
  // The newest, so that it is visible in a list with many conversations of other tests.
  const startedAt = new Date().toISOString();
  const open = conversation({ startedAt });
  const closed = conversation({ startedAt });
  await webhook.deliver(
    open.create("Kettle"),
    open.visitorSays("It broke"),
    closed.create("Toaster"),
    closed.event("status", { closed_by: closed.agent, status: "Close" }),
  );
  const rowOf = (key: string) => page.locator(`a[data-conversation-key="${key}"]`);
  const views = page.getByRole("button", { name: /^View:/ });

  await page.goto("/?status=closed");
  await expect(rowOf(closed.key)).toBeVisible();
  await page.getByRole("button", { name: "Save view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this list as a view" });
  await dialog.getByLabel("Name").fill("Done");
  await dialog.getByLabel("Make this my default view").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(views).toHaveText("Done");

  await page.goto("/");
  await expect(page).toHaveURL(/status=closed.*view=|view=.*status=closed/);
  await expect(rowOf(closed.key)).toBeVisible();
  await expect(rowOf(open.key)).toHaveCount(0);

  await page
    .getByRole("button", { name: /^Open\b/ })
    .first()
    .click();
  await expect(rowOf(open.key)).toBeVisible();
  await page.getByRole("button", { name: "Update view" }).click();
  await expect(page.getByRole("button", { name: "Update view" })).toHaveCount(0);

  await views.click();
  const menu = page.getByRole("dialog", { name: "Views" });
  await expect(menu.getByRole("link", { name: /^Done/ })).toContainText(/\d/);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await seriousFindings(page, '[aria-label="Views"]')).toEqual([]);
  }
  await menu.getByRole("button", { name: "More for Done" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(menu.getByRole("link", { name: /^Done/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(menu).toBeHidden();
  await views.click();
  await expect(menu.getByRole("link", { name: /^Done/ })).toBeVisible();
  await menu.getByRole("link", { name: "All conversations" }).click();
  await expect(page).toHaveURL(/\?view=all$/);
  await expect(rowOf(open.key)).toBeVisible();
  await expect(rowOf(closed.key)).toBeVisible();

  // Resets the default view for the other tests of this worker.
  await page.request.post("/api/v1/views/default", { data: { id: null }, headers: { origin: server.url } });
});
