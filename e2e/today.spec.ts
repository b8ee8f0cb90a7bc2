import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";
import { conversation } from "./support/webhook";

const question = "What is the size of your kettle?";

test.beforeEach(async ({ webhook }) => {
  await webhook.deliver(...waiting("Amara"), ...stopped("Jonas"), ...stopped("Priya"), ...closedByBot("Lian"));
});

test("each number of the overview links to exactly the conversations it counts", async ({ page }) => {
  await page.goto("/");
  for (const name of ["waiting now", "handed over", "closed by a bot", "reopened"]) {
    const link = page.getByRole("listitem").getByRole("link", { name: new RegExp(`^[\\d,]+ ${name}`) });
    await expect(link).toHaveText(/^\d+/);
    const count = Number.parseInt((await link.textContent()) ?? "", 10);
    await link.click();
    await expectListed(page, count);
    await page.goBack();
  }
  const row = card(page, "Stopped at").getByRole("link", { name: question });
  const count = Number.parseInt(((await row.textContent()) ?? "").replace(question, ""), 10);
  expect(count).toBeGreaterThanOrEqual(2);
  await row.click();
  await expectListed(page, count);
  await expect(page.getByRole("button", { name: `Edit filter stopped-at ${question}` })).toBeVisible();
});

test("the longest wait opens with one click, next to a list of waiting visitors", async ({ page, webhook }) => {
  await webhook.deliver(...waiting("Ingrid", conversation({ startedAt: "2020-01-01T09:00:00Z" })));
  await page.goto("/");
  await card(page, "Waiting now").getByRole("link", { name: "Ingrid" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ingrid");
  await expect(page.getByRole("button", { name: "Edit filter waiting yes" })).toBeVisible();
});

test("the deliveries of the last 24 hours and the quarantine are shown, and link to the log", async ({
  page,
  webhook,
}) => {
  await webhook.post("no JSON");
  await page.goto("/");
  const deliveries = card(page, "Deliveries");
  await expect(deliveries).toContainText(/\d+ in the last 24 hours/);
  const link = deliveries.getByRole("link", { name: "In quarantine" });
  await expect(link).toHaveText(/[1-9]\d*$/);
  const count = Number.parseInt(((await link.textContent()) ?? "").replace("In quarantine", ""), 10);
  await link.click();
  await expect(page).toHaveURL(/resolution=open/);
  await expect(page.getByRole("link", { name: /^Quarantined/ })).toHaveCount(count);
});

test("the focused row is previewed next to the list, Enter opens it, and Escape returns, by keyboard alone", async ({
  page,
}) => {
  await page.goto("/?waiting=yes&sort=-waitingSince");
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  await page.keyboard.press("j");
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("Is anybody there?")).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/conversations\//);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Amara");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/\?waiting=yes/);
  await expect(preview.getByText("Is anybody there?")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
});

test("the list is a single tab stop", async ({ page }) => {
  await page.goto("/");
  const stops = page.locator('[data-list] :is(a, button, input):not([tabindex="-1"])');
  await expect(stops).toHaveCount(1);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(stops).toHaveCount(1);
  await expect(stops).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("[data-list]").locator(":focus")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no serious accessibility finding in the overview and the preview, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/");
    await expect(card(page, "Stopped at").getByRole("link", { name: question })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.keyboard.press("j");
    await expect(page.getByRole("region", { name: "Last messages" })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });
}

function card(page: Page, name: string) {
  return page.getByRole("region", { name });
}

/** Compares the count of a list; a long one renders only the rows in view. */
async function expectListed(page: Page, count: number): Promise<void> {
  const all = page.getByRole("group", { name: "Status" }).getByRole("button", { name: /^All/ });
  await expect(all).toHaveText(new RegExp(`^All ?${count}$`));
  const rows = page.locator("a[data-conversation-key]");
  if (count <= mostRendered) await expect(rows).toHaveCount(count);
  else await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(mostRendered);
}

const mostRendered = 10;

function anHourAgo() {
  return conversation({ startedAt: new Date(Date.now() - 3_600_000).toISOString() });
}

function waiting(name: string, { create, visitorSays, event, agent, bot } = anHourAgo()) {
  return [
    create(name),
    event("assignee_change", { changed_by: bot, from: bot, to: agent }),
    visitorSays("Is anybody there?"),
  ];
}

function stopped(name: string) {
  const { create, botSays } = anHourAgo();
  return [create(name), botSays({ type: "name", payload: { text: question } })];
}

function closedByBot(name: string) {
  const { create, event, bot } = anHourAgo();
  const closes = () => event("status", { closed_by: bot, status: "Close" });
  return [create(name), closes(), event("status", { opened_by: bot, status: "Open" }), closes()];
}
