import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";
import { conversation } from "./support/webhook";

// A key that does not exist.
test.use({ expectedConsole: [/status of 404/] });

const section = (page: Page, name: string) => page.getByRole("region", { name });

test("a legal hold is placed by key, listed with its subject, and released", async ({ page, webhook }) => {
  const { key, create } = conversation({ visitorKey: "visitor-on-hold" });
  await webhook.deliver(create("Broken teapot"));
  await page.goto("/settings/privacy");
  const holds = section(page, "Legal holds");
  await expect(holds.getByText("No legal holds.")).toBeVisible();

  await holds.getByLabel("Key").fill("unknown");
  await holds.getByLabel("Reason").fill("Case 2026-114");
  await holds.getByRole("button", { name: "Place legal hold" }).click();
  await expect(holds.getByText("No visitor with this key was found.")).toBeVisible();

  await holds.getByLabel("Hold").selectOption("One conversation");
  await holds.getByLabel("Key").fill(key);
  await holds.getByRole("button", { name: "Place legal hold" }).click();
  const row = holds.getByRole("listitem").filter({ hasText: "Broken teapot" });
  await expect(row).toContainText("Case 2026-114");
  await expect(row).toContainText("admin@example.com");

  await row.getByRole("button", { name: "Release the hold on Broken teapot" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release" }).click();
  await expect(holds.getByText("No legal holds.")).toBeVisible();
});

test("a retention rule is previewed before it is saved, changed and removed", async ({ page }) => {
  await page.goto("/settings/privacy");
  const retention = section(page, "Retention");
  const rules = retention.getByRole("table", { name: "Retention rules" });
  await expect(rules.getByRole("row").filter({ hasText: "Delivery bodies" })).toContainText("30 days");

  await retention.getByRole("button", { name: "Add rule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Data").selectOption("Access log");
  await dialog.getByLabel("Age in days").fill("400");
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByText("Nothing is old enough yet.")).toBeVisible();
  // What was previewed is what is saved.
  await dialog.getByLabel("Age in days").fill("500");
  await expect(dialog.getByRole("button", { name: "Save rule" })).toBeHidden();
  await dialog.getByRole("button", { name: "Preview" }).click();
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(dialog).toBeHidden();
  await expect(rules.getByRole("row").filter({ hasText: "Access log" })).toContainText("500 days");

  await page.reload();
  await rules.getByRole("button", { name: "Edit the rule: Access log after 500 days" }).click();
  await expect(dialog.getByLabel("Age in days")).toHaveValue("500");
  await dialog.getByLabel("Age in days").fill("90");
  await dialog.getByRole("button", { name: "Preview" }).click();
  await dialog.getByRole("button", { name: "Save rule" }).click();
  await expect(rules.getByRole("row").filter({ hasText: "Access log" })).toContainText("90 days");

  await rules.getByRole("button", { name: "Remove the rule: Access log after 90 days" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(rules.getByText("Access log")).toBeHidden();
});

test("a rule for conversations takes a filter as in the search box, and shows which would go", async ({
  page,
  webhook,
}) => {
  const { create, visitorSays } = conversation({ startedAt: "2020-01-02T10:00:00Z" });
  await webhook.deliver(create("An old complaint"), visitorSays("Hello"));
  await page.goto("/settings/privacy");
  const retention = section(page, "Retention");
  await retention.getByRole("button", { name: "Add rule" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Data").selectOption("Conversations");
  await dialog.getByLabel("Age in days").fill("1000");
  await dialog.getByLabel("Only conversations that match").fill("colour:red");
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByText(/colour/)).toBeVisible();
  await dialog.getByLabel("Only conversations that match").fill("-status:closed complaint");
  await dialog.getByRole("button", { name: "Preview" }).click();
  await expect(dialog.getByText("Applies to 1 conversation now.")).toBeVisible();
  await expect(dialog.getByRole("link", { name: "An old complaint" })).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("the rules, their runs and the holds are usable on every screen", async ({ page, webhook }) => {
  const { create } = conversation({ visitorKey: `visitor-${"long".repeat(12)}` });
  await webhook.deliver(create("An unusually long title of a conversation about a parcel that never arrived"));
  await page.goto("/settings/privacy");
  const holds = section(page, "Legal holds");
  await holds.getByLabel("Key").fill(`visitor-${"long".repeat(12)}`);
  await holds.getByLabel("Reason").fill("Case 2026-115: the customer's lawyer has asked us to keep everything.");
  await holds.getByRole("button", { name: "Place legal hold" }).click();
  await expect(holds.getByText(/Case 2026-115/)).toBeVisible();
  await expect(section(page, "Retention").getByRole("table", { name: "Last runs" })).toBeVisible();
  const expectUsable = async (within: string) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      expect(await overflow(page)).toBe(0);
      expect(await seriousFindings(page, within), colorScheme).toEqual([]);
    }
  };
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.reload();
    await expect(section(page, "Retention").getByRole("table", { name: "Last runs" })).toBeVisible();
    await expectUsable("html");
    await section(page, "Retention").getByRole("button", { name: "Add rule" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Preview" }).click();
    await expect(dialog.getByRole("status")).toBeVisible();
    await expectUsable("[role=dialog]");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  }
});
