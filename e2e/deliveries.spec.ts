import { expect, test } from "./app";
import { seriousFindings } from "./look";
import { conversation } from "./webhook";

test("a malformed delivery is quarantined, corrected, and its conversation shows it", async ({ page, webhook }) => {
  const { key, visitorSays } = conversation();
  const good = JSON.stringify({ events: [visitorSays("Saved from quarantine")] });
  await page.goto("/deliveries?show=quarantine");
  await expect(page.getByRole("heading", { name: "Deliveries" })).toBeVisible();

  const answer = await webhook.post(good.slice(0, -2));
  expect(answer.status()).toBe(400);
  const { delivery } = await answer.json();
  const row = page.locator(`[data-delivery-id="${delivery}"]`);
  await expect(row).toBeVisible();
  await expect(page.getByRole("link", { name: /in quarantine/ })).toBeVisible();
  await row.click();
  await expect(page.locator("[data-fault]")).toBeVisible();
  await expect(page.locator("[data-body]")).toContainText("Saved from quarantine");
  expect(await seriousFindings(page)).toEqual([]);

  await page.keyboard.press("e");
  const field = page.getByRole("textbox", { name: "Body" });
  await field.fill(good.slice(0, -1));
  await page.getByRole("button", { name: "Reprocess", exact: false }).last().click();
  await expect(page.locator("#body-state")).toContainText(/not json/i);
  await field.fill(good);
  await page.getByRole("button", { name: "Reprocess", exact: false }).last().click();
  await expect(page.getByText(`Delivery ${delivery}`, { exact: true })).toBeVisible();
  await expect(row).toBeHidden();

  await page.getByRole("region", { name: "Events" }).getByRole("link").last().click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${key}`));
  await expect(page.locator("[data-event-id]").getByText("Saved from quarantine")).toBeVisible();
});

test("dismissing hides a delivery, and can be undone", async ({ page, webhook }) => {
  const { delivery } = await (await webhook.post("neither JSON nor anything")).json();
  await page.goto(`/deliveries?show=quarantine&delivery=${delivery}`);
  const row = page.locator(`[data-delivery-id="${delivery}"]`);
  await expect(row).toBeVisible();
  await page.getByRole("button", { name: "Dismiss", exact: true }).click();
  await expect(row).toBeHidden();
  await page.getByRole("button", { name: "Dismissed", exact: true }).click();
  await row.click();
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(row).toBeHidden();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(row).toBeVisible();
});

test("undocumented types and fields are reported with an example", async ({ page, webhook }) => {
  const { key, create, event, visitorSays } = conversation();
  const breach = event("sla_breached_e2e", { minutes: 4 });
  await webhook.deliver(create("Novelties"), breach, { ...visitorSays("Hi"), sequence_e2e: 7 } as typeof breach);
  await page.goto("/deliveries");
  const line = page.locator('[data-unfamiliar="event"]', { hasText: "sla_breached_e2e" });
  await expect(page.locator('[data-unfamiliar="field"]', { hasText: "sequence_e2e" })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await line.getByRole("link", { name: "Example" }).click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${key}\\?event=\\d+`));
});
