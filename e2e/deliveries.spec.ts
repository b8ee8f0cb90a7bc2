import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { expectNoFindingsAtRest, seriousFindings } from "./support/look";
import { conversation, type Webhook } from "./support/webhook";

test("a malformed delivery is quarantined, corrected, and its conversation shows it", async ({ page, webhook }) => {
  const { key, visitorSays } = conversation();
  const good = JSON.stringify({ events: [visitorSays("Saved from quarantine")] });
  await page.goto("/deliveries?resolution=open");
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
  await expect(page.getByRole("tab", { name: "Events 1" })).toHaveAttribute("aria-selected", "true");
  await expect(row).toBeHidden();

  await page.getByRole("region", { name: "Events" }).getByRole("link").last().click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${key}`));
  await expect(page.locator("[data-event-id]").getByText("Saved from quarantine")).toBeVisible();
});

test("dismissing hides a delivery, and can be undone", async ({ page, webhook }) => {
  const { delivery } = await (await webhook.post("neither JSON nor anything")).json();
  await page.goto(`/deliveries?resolution=open&delivery=${delivery}`);
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

test("a delivery is found by its visitor in three actions, by mouse", async ({ page, webhook }) => {
  await callOf(webhook, "Wilhelmina Quist");
  await page.goto("/deliveries");
  await page.getByRole("combobox", { name: "Search deliveries" }).click();
  await page.keyboard.type("wilhelmina quist");
  const row = page.locator("[data-delivery-id]");
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("conversation_create, text");
  await expect(row).toContainText("Wilhelmina Quist · 2 stored");
  await row.click();
  await expect(page.getByRole("heading", { name: /^Delivery #\d+$/ })).toBeVisible();
  await expect(page).toHaveURL(/q=wilhelmina\+quist/);
});

test("a delivery is found by its visitor in three actions, by keyboard alone", async ({ page, webhook }) => {
  await callOf(webhook, "Ottoline Varga");
  await page.goto("/deliveries");
  await expect(page.locator("[data-delivery-id]").first()).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("ottoline type:text ");
  await expect(page.locator("[data-delivery-id]")).toHaveCount(1);
  await expect(page.getByRole("button", { name: "Remove the filter Type: text" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /^Delivery #\d+$/ })).toBeVisible();
  await page.getByRole("tab", { name: "Response 200" }).click();
  await expect(page.getByRole("tabpanel")).toContainText('"accepted":2');
  await page.getByRole("tab", { name: "Events 2" }).click();
  await expect(page.getByRole("region", { name: "Events" }).getByRole("link")).toHaveCount(2);
});

test("filters and their values are completed while typing", async ({ page, webhook }) => {
  await webhook.post("neither JSON nor anything");
  await page.goto("/deliveries");
  const box = page.getByRole("combobox", { name: "Search deliveries" });
  await expect(page.locator("[data-delivery-id]").first()).toBeVisible();
  await box.click();
  await expect(page.getByRole("option")).toContainText(["status", "type", "conversation"]);
  await page.keyboard.type("sta");
  await expect(page.getByRole("option")).toHaveText(/^status/);
  await expectNoFindingsAtRest(page);
  await page.keyboard.press("Tab");
  await expect(box).toHaveValue("status:");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove the filter Status: 400" })).toBeVisible();
  await expect(box).toHaveValue("");
  await page.keyboard.type("token-place:tok");
  await page.getByRole("option", { name: "query token" }).click();
  await expect(page.getByRole("button", { name: "Remove the filter Token location: query token" })).toBeVisible();
  await page.keyboard.type("si");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await expect(box).toHaveValue("si");
});

test("a test call and a quarantined delivery appear automatically, with the error marked at the invalid value", async ({
  page,
  webhook,
}) => {
  const { visitorSays } = conversation();
  await page.goto("/deliveries");
  await page.getByRole("button", { name: "Test calls" }).click();
  await webhook.post({});
  await expect(page.locator('[data-verdict="test"]').first()).toBeVisible();

  await page.getByRole("button", { name: "Quarantine" }).click();
  const answer = await webhook.post({ events: [{ ...visitorSays("When?"), timestamp: "yesterday" }] });
  const { delivery } = await answer.json();
  const row = page.locator(`[data-delivery-id="${delivery}"]`);
  await expect(row).toContainText("400");
  await row.click();
  await expect(page.locator("[data-fault]")).toHaveText('"yesterday"');
  await page.getByRole("button", { name: "Exact bytes" }).click();
  await expect(page.locator("[data-fault]")).toHaveText('"yesterday"');
  await expect(page.getByRole("region", { name: "Headers" })).toContainText("authorization: ••••••");
  await expect(page.getByRole("region", { name: "Headers" })).toContainText("user-agent:");
  await expect(page.getByRole("main")).not.toContainText(webhook.token);

  await page.getByRole("button", { name: "Add a filter" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  expect(await unsupportedLabels(page)).toEqual([]);
  expect(await smallTargets(page)).toEqual([]);
});

test("a time range is selected by dragging over the chart, or with the arrow keys", async ({ page, webhook }) => {
  await callOf(webhook, "Range Tester");
  await page.goto("/deliveries");
  const chart = page.locator("[data-activity-chart]");
  const { x = 0, y = 0, width = 0 } = (await chart.boundingBox()) ?? {};
  await page.mouse.move(x + width * 0.2, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.5, y + 10, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*&to=/);
  await expect(page.getByText("No matching deliveries")).toBeVisible();
  await page.getByRole("button", { name: "Clear time range" }).click();
  await expect(page.locator("[data-delivery-id]").first()).toBeVisible();

  await page.getByRole("slider", { name: "Start of the time range" }).focus();
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/from=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/from=/);
});

/** One delivery with a visitor's name and message. */
async function callOf(webhook: Webhook, name: string): Promise<void> {
  const { create, visitorSays } = conversation();
  const created = create(`Title of ${name}`, [{ type: "text", name: "visitor_name", value: name }]);
  await webhook.deliver(created, visitorSays("Hello"));
}

/** Labels on elements whose role does not support them: screen readers ignore them. */
function unsupportedLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const generic = "div, span, p, b, i, em, strong, code, svg, li > time, mark, pre";
    return [...document.querySelectorAll(generic)]
      .filter((element) => element.hasAttribute("aria-label") && !element.hasAttribute("role"))
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Controls on the page that are smaller than 24 pixels; links within a line of text may be. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = "main button, main a, main input, main [role=tab]";
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((element) => element.offsetParent !== null && getComputedStyle(element).display !== "inline")
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 1 && (width < 24 || height < 24);
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
