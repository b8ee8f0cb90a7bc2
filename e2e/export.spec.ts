import { readFileSync } from "node:fs";
import { expect, test } from "./support/app";
import { seriousFindings } from "./support/look";
import { conversation } from "./support/webhook";

test("the filtered list is exported with selected columns, and an export can be cancelled", async ({
  page,
  webhook,
}) => {
  const word = `kettle${Date.now()}`;
  const told = conversation();
  const other = conversation();
  await webhook.deliver(
    told.create("=About the kettle", [{ type: "text", name: "plan", value: "pro, yearly" }]),
    told.visitorSays(`My ${word} broke`),
    other.create("Something else"),
  );
  await page.goto(`/?q=${word}`);
  await expect(page.locator(`a[data-conversation-key="${told.key}"]`)).toBeVisible();
  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog).toContainText("Exports the 1 conversation in this list (2 events).");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await seriousFindings(page, '[role="dialog"]')).toEqual([]);
  }

  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/api/v1/export?*", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await dialog.getByRole("button", { name: "Export" }).click();
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel export" }).click();
  await expect(dialog.getByRole("progressbar")).toHaveCount(0);
  letGo();
  await page.unroute("**/api/v1/export?*");

  await dialog.getByRole("button", { name: "None" }).click();
  for (const column of ["Key", "Conversation", "plan"])
    await dialog.getByRole("checkbox", { name: column, exact: true }).check();
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("conversations.csv");
  expect(readFileSync(await saved.path(), "utf8")).toBe(
    `\uFEFFkey,title,var.plan\r\n"${told.key}","'=About the kettle","pro, yearly"\r\n`,
  );
  await expect(dialog.getByRole("status")).toHaveText("Saved as conversations.csv.");

  await dialog.getByRole("button", { name: "Programs" }).click();
  const savingAgain = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Export" }).click();
  expect(readFileSync(await (await savingAgain).path(), "utf8")).toBe(
    `key,title,var.plan\r\n"${told.key}","=About the kettle","pro, yearly"\r\n`,
  );
  await dialog.getByRole("button", { name: "As the table shows" }).click();
  await expect(dialog.getByRole("checkbox", { name: "Conversation", exact: true })).toBeChecked();
  await expect(dialog.getByRole("checkbox", { name: "Key", exact: true })).not.toBeChecked();
});
