import { expect, test } from "./support/app";
import { admin, startServer } from "./support/server";
import { conversation, Webhook } from "./support/webhook";

test("set-up shows what to register, reports the test call, and becomes the first conversation", async ({
  browser,
  playwright,
  database,
}) => {
  const server = await startServer({ database });
  const request = await playwright.request.newContext({ baseURL: server.url });
  const context = await browser.newContext({ baseURL: server.url });
  try {
    await context.request.post("/api/auth/sign-in/email", { data: admin, headers: { origin: server.url } });
    const page = await context.newPage();
    await page.goto("/setup");
    await expect(page.getByText(`${server.url}/api/webhook`).first()).toBeVisible();
    await expect(page.getByText(/waiting for the first event/i).first()).toBeVisible();
    await expect(page.getByRole("button", { name: /copy/i }).first()).toBeVisible();
    const webhook = new Webhook(request, server.webhookToken);
    await webhook.post({}, { "x-webhook-token": server.webhookToken });
    await expect(page.getByText(/x-webhook-token/i).first()).toBeVisible();
    const { create, visitorSays, key } = conversation();
    await webhook.deliver(create("The first of all"), visitorSays("Hello"));
    await expect(page.locator(`a[href*="${key}"]`).first()).toBeVisible();
  } finally {
    await context.close();
    await request.dispose();
    await server.stop();
  }
});

test("set-up sends sample events", async ({ page }) => {
  await page.goto("/setup");
  await page.getByRole("button", { name: /sample/i }).click();
  await expect(page).toHaveURL(/\/conversations\//);
  await expect(page.locator("[data-event-id]").first()).toBeVisible();
});
