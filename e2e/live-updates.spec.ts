import { expect, test } from "./support/app";
import { conversation } from "./support/webhook";

test("a new conversation appears in the open inbox", async ({ page, webhook }) => {
  const { create, visitorSays } = conversation({ startedAt: new Date().toISOString() });
  await page.goto("/");
  await expect(page.getByRole("heading").first()).toBeVisible();
  const title = `Live ${Date.now()}`;
  await webhook.deliver(create(title), visitorSays("Is anybody there?"));
  const updated = page.getByRole("button", { name: /updated|new/i });
  await expect(page.getByText(title).or(updated).first()).toBeVisible();
  if (!(await page.getByText(title).first().isVisible())) await updated.first().click();
  await expect(page.getByText(title).first()).toBeVisible();
});

test("an open conversation is updated without a reload", async ({ page, webhook }) => {
  const { key, create, visitorSays, botSays, event, agent } = conversation();
  await webhook.deliver(create("Going on"), visitorSays("The first line"));
  await page.goto(`/conversations/${key}`);
  await expect(page.locator("[data-event-id]").getByText("The first line")).toBeVisible();
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  await webhook.deliver(botSays("And the second one"));
  await expect(page.locator("[data-event-id]").getByText("And the second one")).toBeVisible();
  const variables = [{ type: "text", name: "plan", value: "pro" }];
  await webhook.deliver(event("variables", { action_performed_by: agent, variables }));
  await expect(page.locator('[data-variable="plan"]')).toContainText("pro");
  expect(await page.evaluate(() => "stillTheSamePage" in window)).toBe(true);
});
