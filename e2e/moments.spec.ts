import { spawnSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";
import { conversation, type Webhook } from "./support/webhook";

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

/** A conversation that changes everything in the state panel. */
async function deliverChanges(webhook: Webhook, page: Page) {
  const { key, create, event, visitorSays, agent, bot } = conversation();
  const set = (by: unknown, ...variables: { type: string; name: string; value: unknown }[]) =>
    event("variables", { action_performed_by: by, variables });
  const address = (street: string) => ["Ines Oduya", street, "00-950 Warszawa", "Poland"].join("\n");
  await webhook.deliver(
    create("Two moments"),
    set(
      bot,
      { type: "number", name: "limit", value: 40 },
      { type: "text", name: "address", value: address("Prosta 1") },
    ),
    event("conversation_labels", { action_performed_by: agent, action: "added", labels: [{ id: 7, name: "refund" }] }),
    visitorSays("Hello"),
    set(agent, { type: "number", name: "limit", value: 60 }),
    event("assignee_change", { changed_by: agent, from: bot, to: agent }),
    event("note", { note_by: agent, note: "Approved" }),
    event("conversation_labels", { action_performed_by: agent, action: "deleted", labels: [{ id: 7 }] }),
    set(
      bot,
      { type: "text", name: "address", value: address("Krzywa 2") },
      { type: "text", name: "plan", value: "pro" },
    ),
    event("status", { closed_by: agent, status: "Close" }),
  );
  const { data } = await (await page.request.get(`/api/v1/conversations/${key}/events`)).json();
  return { key, ids: data.map(({ id }: { id: string }) => id) as string[] };
}

const choice = (title: string, ...titles: string[]) => ({
  type: "button",
  payload: {
    title,
    buttons_layout: "horizontal",
    buttons: titles.map((each) => ({ title: each, type: "branch", callback: "" })),
  },
});
const pressed = (body: string) => ({ type: "button.response", payload: { body, callback: {} } });

/** A conversation with a question of each outcome. */
async function deliverQuestions(webhook: Webhook, page: Page, topic = "Refund") {
  const { key, create, event, visitorSays, botSays, bot } = conversation();
  const set = (name: string, value: unknown) =>
    event("variables", { action_performed_by: bot, variables: [{ type: "text", name, value }] });
  await webhook.deliver(
    create(`Asked about ${topic}`),
    botSays(choice("What is it about?", "Refund", "Order")),
    visitorSays(pressed(topic)),
    set("topic", topic),
    botSays("What is your name?"),
    visitorSays("=Amara"),
    set("visitor_name", "=Amara"),
    botSays(choice("Which one?", "The red one", "The blue one")),
    visitorSays("Neither of them"),
    botSays(choice("Anything else?", "Yes", "No")),
  );
  const { data } = await (await page.request.get(`/api/v1/conversations/${key}/events`)).json();
  return { key, ids: data.map(({ id }: { id: string }) => id) as string[] };
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await seriousFindings(page)).toEqual([]);
  }
}

test("shows the differences between two moments by keyboard, with the causing events, and keeps both in the link", async ({
  page,
  webhook,
}) => {
  await page.setViewportSize(desktop);
  const { key, ids } = await deliverChanges(webhook, page);
  await page.goto(`/conversations/${key}?event=${ids[3]}`);
  await expect(page.getByText("event 4 of 10")).toBeVisible();
  await page.keyboard.press("m");
  await expect(page).toHaveURL(new RegExp(`marker=${ids[3]}`));
  await expect(page.getByText("Both points are the same event")).toBeVisible();
  await page.keyboard.press("End");

  const difference = page.getByRole("tabpanel", { name: "Difference" });
  const row = (text: string) => difference.locator("[data-difference]").filter({ hasText: text });
  await expect(row("limit")).toContainText("before: 40 after: 60");
  await expect(row("plan")).toHaveAttribute("data-difference", "added");
  await expect(row("address")).toContainText("Krzywa 2");
  await expect(row("address")).not.toContainText("1 line the same");
  await expect(row("refund")).toHaveAttribute("data-difference", "removed");
  await expect(row("Approved")).toHaveAttribute("data-difference", "added");
  await expect(difference.getByRole("region", { name: "Changed status" })).toContainText("OpenClosed");
  await expect(difference.getByRole("region", { name: "Counts" })).toContainText("Events4 before, 10+6");
  await expectAccessible(page);

  const link = page.url();
  await row("limit").getByRole("button").click();
  await expect(page).toHaveURL(new RegExp(`event=${ids[4]}`));
  await expect(row("plan")).toHaveCount(0);
  await page.goBack();
  await expect(row("plan")).toHaveCount(1);

  await page.goto("/");
  await page.goto(link);
  await expect(row("limit")).toHaveCount(1);
  await page.getByRole("button", { name: "Clear start point" }).click();
  await expect(difference).toHaveCount(0);
  await expect(page).not.toHaveURL(/marker=/);
});

test("marks changes of the event at the playhead in the state panel, including removed values", async ({
  page,
  webhook,
}) => {
  await page.setViewportSize(desktop);
  const { key, ids } = await deliverChanges(webhook, page);
  await page.goto(`/conversations/${key}?event=${ids[4]}`);
  const panel = page.getByRole("complementary", { name: "State of the conversation" });
  const marked = panel.locator("[data-changed]");
  const steps: [section: string, text: string][] = [
    ["Variables", "40 60"],
    ["Assignee", "Ines Oduya"],
    ["Notes", "Approved"],
    ["Labels", "refundremoved by Ines Oduya"],
  ];
  for (const [section, text] of steps) {
    await expect(marked).toHaveCount(1);
    await expect(panel.getByRole("region", { name: section, exact: true }).locator("[data-changed]")).toContainText(
      text,
    );
    await page.keyboard.press("ArrowRight");
  }
  await expect(marked).toHaveCount(2);
});

test("compares moments on a phone", async ({ page, webhook }) => {
  await page.setViewportSize(phone);
  const { key, ids } = await deliverChanges(webhook, page);
  await page.goto(`/conversations/${key}?event=${ids[8]}`);
  await page.getByRole("button", { name: "Set as start point" }).click();
  await page.getByRole("button", { name: "First event" }).click();
  await page.getByRole("button", { name: "Show the state" }).click();
  await expect(page.getByRole("tabpanel", { name: "Difference" })).toContainText("limit");
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test("shows a conversation as a questionnaire, at the playhead", async ({ page, webhook, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.setViewportSize(desktop);
  const { key, ids } = await deliverQuestions(webhook, page);
  await page.goto(`/conversations/${key}`);
  await expect(page.locator("[data-event-id]")).toHaveCount(10);
  await page.keyboard.press("q");
  await expect(page).toHaveURL(/questions=true/);
  const table = page.getByRole("region", { name: "Questions" });
  const row = (question: string) => table.getByRole("row", { name: question });
  await expect(table).toContainText("4 questions · 2 answered · 1 answered with a different reply · 1 never answered");
  await expect(row("What is it about?")).toContainText("Refundanswered");
  await expect(row("What is it about?")).toContainText("1 stopic Refund");
  await expect(row("What is your name?")).toContainText("visitor_name");
  await expect(row("Which one?")).toContainText("Neither of themtyped a different reply");
  await expect(row("Anything else?")).toContainText("never answered");
  await expectAccessible(page);

  await table.getByRole("button", { name: "Copy CSV" }).click();
  await expect(page.getByText("Table copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`"What is your name?","answered","'=Amara",`);
  const download = page.waitForEvent("download");
  await table.getByRole("link", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^questions-.*\.csv$/);

  await page.keyboard.press("Home");
  await expect(table).toContainText("No questions up to this event");
  await page.keyboard.press("ArrowRight");
  await expect(row("What is it about?")).toContainText("not answered yet");
  await page.keyboard.press("ArrowRight");
  await expect(row("What is it about?")).toContainText("answered");
  await page.keyboard.press("End");
  // The URL is updated with a delay; going back has to return to it.
  await expect(page).not.toHaveURL(/event=/);
  await row("Which one?").getByRole("button", { name: "Neither of them" }).click();
  await expect(page).toHaveURL(new RegExp(`event=${ids[8]}`));
  await expect(page.locator(`[data-event-id="${ids[8]}"]`)).toBeVisible();
  await page.goBack();
  await expect(row("Anything else?")).toBeVisible();

  await page.setViewportSize(phone);
  await expect(row("What is it about?")).toContainText("answered after 1 s");
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("compares two conversations side by side, and shows where they diverge", async ({ page, webhook }) => {
  await page.setViewportSize(desktop);
  const [a, b] = [await deliverQuestions(webhook, page), await deliverQuestions(webhook, page, "Order")];
  await page.goto(`/conversations/${a.key}`);
  await expect(page.locator("[data-event-id]")).toHaveCount(10);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Compare with another" }).click();
  const picker = page.getByRole("dialog", { name: "Compare with" });
  await expect(picker.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("Asked about Order");
  await expect(picker.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/compare?a=${a.key}&b=${b.key}`);

  const course = page.getByRole("region", { name: "Flow" });
  const rows = course.getByRole("listitem").filter({ has: page.locator("[data-outcome]") });
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText("What is it about?");
  await expect(course.locator("li[data-kind=answer]")).toHaveCount(1);
  await expect(course.locator("li[data-kind=answer]")).toContainText("Order");
  const variables = page.getByRole("region", { name: "Variables" });
  await expect(variables.locator("[data-variable=topic][data-differs]")).toContainText("RefundOrder");
  await expect(variables.locator("[data-variable=visitor_name]")).toHaveCount(0);
  await variables.getByRole("button", { name: "All" }).click();
  await expect(variables.locator("[data-variable=visitor_name]")).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole("button", { name: "Swap" }).click();
  await expect(page).toHaveURL(`/compare?a=${b.key}&b=${a.key}`);
  await expect(variables.locator("[data-variable=topic]")).toContainText("OrderRefund");
  await page.setViewportSize(phone);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await expect(rows.first()).toContainText("Refund");
  await variables.getByRole("link", { name: "Refund" }).click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${a.key}\\?event=${a.ids[3]}`));
});

test.describe("just after their delivery", () => {
  // Events that are not processed yet answer 503, and the page tries again.
  test.use({ expectedConsole: [/503/] });

  test("compares virtualized long conversations, and loads missing events", async ({ page, webhook }) => {
    test.setTimeout(180_000);
    const keys = [0, 3].map(async (offset) => {
      const { key, create, botSays, visitorSays } = conversation();
      const events = Array.from({ length: 400 }, (_, place) => [
        botSays(choice(`Number ${(place * (1 + offset)) % 50}?`, "Yes", "No")),
        visitorSays(pressed(place % 9 === offset ? "No" : "Yes")),
      ]).flat();
      await webhook.deliver(create("Long"), ...events);
      return key;
    });
    const [a, b] = await Promise.all(keys);
    await page.goto(`/compare?a=${a}`);
    await expect(page.getByText("No selection yet")).toBeVisible();
    await page.goto(`/compare?a=${a}&b=${b}`);
    const course = page.getByRole("region", { name: "Flow" });
    await expect(course.getByText("Paths diverge").first()).toBeVisible();
    expect(await course.getByRole("listitem").count()).toBeLessThan(200);
    await course.getByRole("button", { name: "Next difference" }).click();
    await course.getByRole("button", { name: "Next difference" }).click();
    await expect(course.getByRole("button", { name: "Previous difference" })).toBeEnabled();
  });
});

test("links every value to its event and back, and copies an event as a shell command that sends it again", async ({
  page,
  webhook,
  context,
  server,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.setViewportSize(desktop);
  const { key, ids } = await deliverChanges(webhook, page);
  await page.goto(`/conversations/${key}`);
  const panel = page.getByRole("complementary", { name: "State of the conversation" });
  const causes: [section: string, value: string, place: number][] = [
    ["Labels", "refund", 7],
    ["Status", "Closed", 9],
    ["Assignee", "Ines Oduya", 5],
    ["Notes", "Approved", 6],
    ["Details", "Two moments", 0],
  ];
  for (const [section, value, place] of causes) {
    const region = panel.getByRole("region", { name: section, exact: true });
    await region.getByRole("button", { name: value }).last().click();
    await expect(page.getByText(`event ${place + 1} of 10`)).toBeVisible();
    // The last event is now, which does not change the URL.
    if (place === ids.length - 1) continue;
    // The URL is updated with a delay; before that there is no history entry to go back to.
    await expect(page).toHaveURL(new RegExp(`event=${ids[place]}`));
    await page.goBack();
    await expect(page.getByText("event 10 of 10")).toBeVisible();
  }
  await expect(panel.getByRole("region", { name: "Built from" })).toContainText(
    "10 events · 0 duplicates skipped · 0 late",
  );

  const note = page.locator(`[data-event-id="${ids[6]}"]`);
  await note.hover();
  await note.getByRole("button", { name: "Show the event as received" }).click();
  const drawer = page.getByRole("dialog", { name: "Event as received" });
  await expect(drawer).toContainText("after it was sent");
  await drawer.getByRole("button", { name: "Copy path $.event.payload.note", exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("$.event.payload.note");
  await drawer.getByRole("button", { name: "Copy as curl" }).click();
  await expect(page.getByText("Copied. Set PLAYHEAD_WEBHOOK_TOKEN before you run it.")).toBeVisible();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).not.toContain(server.webhookToken);
  const env = { ...process.env, PLAYHEAD_WEBHOOK_TOKEN: server.webhookToken };
  const hasCurl = spawnSync("sh", ["-c", "command -v curl"]).status === 0;
  if (hasCurl)
    expect(JSON.parse(spawnSync("sh", { input: command, env }).stdout.toString())).toMatchObject({ duplicates: 1 });
  await drawer.getByRole("link", { name: /^\d+$/ }).click();
  await expect(page).toHaveURL(/\/deliveries\?delivery=\d+/);
});
