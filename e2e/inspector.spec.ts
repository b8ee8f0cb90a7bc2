import type { Page } from "@playwright/test";
import { expect, test } from "./support/app";
import { conversation, type Webhook } from "./support/webhook";

/** A visitor waits for an agent, gets a reply, and waits again. */
async function openWait(webhook: Webhook, page: Page) {
  const { key, create, event, visitorSays, botSays, agentSays, agent, bot } = conversation();
  await webhook.deliver(
    create("The wait"),
    botSays("Hello, how can I help?"),
    visitorSays("A human, please"),
    event("assignee_change", { changed_by: bot, from: bot, to: agent }),
    event("sla_breached", { sla: { name: "First reply" } }),
    agentSays("Ines here"),
    agentSays("What is it about?"),
    event("message_status", { status: "delivered" }),
    visitorSays("My refund"),
  );
  await page.goto(`/conversations/${key}`);
  return key;
}

test("shows who waited for whom at the top of the state, and links each part to its event", async ({
  page,
  webhook,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const key = await openWait(webhook, page);
  const line = page.locator("[data-handling]");
  await expect(line).toHaveText(/^Bot 3 s · waited 2 s · first reply by Ines Oduya · 2 replies · waiting \d/);
  await line.getByRole("button", { name: "first reply by Ines Oduya" }).click();
  await expect(page.getByText("event 6 of 9")).toBeVisible();
  await expect(line).toHaveText("Bot 3 s · waited 2 s · first reply by Ines Oduya");
  await line.getByRole("button", { name: "waited 2 s" }).click();
  await expect(page.getByText("event 4 of 9")).toBeVisible();
  await expect(line).toHaveText("Bot 3 s · waiting for a reply for 0 s");

  await page.goto(`/?key=${key}`);
  const row = page.locator(`[data-conversation-key="${key}"]`);
  await expect(row.getByText(/^waiting \d/)).toBeVisible();
});

test("shows and filters delivery statuses and SLA breaches like other events", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openWait(webhook, page);
  await expect(page.locator('[data-event-type="sla_breached"]')).toContainText("SLA breached: First reply");
  await expect(page.locator('[data-event-type="message_status"]')).toContainText("Message delivered");
  await page.keyboard.press("f");
  const menu = page.getByRole("dialog", { name: "Filter the timeline" });
  await menu.getByRole("button", { name: "Only delivery status" }).click();
  await expect(page.locator("[data-event-id]")).toHaveCount(1);
  await menu.getByRole("button", { name: "Only sla breaches" }).click();
  await expect(page.locator("[data-event-id]")).toHaveCount(1);
  await expect(page).toHaveURL(/entries=sla/);
});

const entry = (id: string) => `[data-event-id="${id}"]`;

/** A conversation with a changed variable, a label added and removed, and an answered prompt. */
async function deliverStory(webhook: Webhook, page: Page) {
  const { key, create, event, visitorSays, botSays, agent, bot } = conversation();
  const label = { id: 77, name: "refund" };
  const set = (by: unknown, value: unknown) =>
    event("variables", { action_performed_by: by, variables: [{ type: "number", name: "refund_limit", value }] });
  await webhook.deliver(
    create("The story"),
    botSays({
      type: "button",
      payload: {
        title: "What is it about?",
        buttons_layout: "horizontal",
        buttons: [
          { title: "Refund", type: "branch", callback: "" },
          { title: "Order", type: "branch", callback: "" },
        ],
      },
    }),
    visitorSays({ type: "button.response", payload: { body: "Refund", callback: {} } }),
    set(bot, 40),
    event("conversation_labels", { action_performed_by: agent, action: "added", labels: [label] }),
    event("note", { note_by: agent, note: "Approved by the <b>warehouse</b>" }),
    set(agent, 60),
    event("conversation_labels", { action_performed_by: agent, action: "deleted", labels: [{ id: 77 }] }),
    visitorSays("Thank you very much"),
  );
  const { data } = await (await page.request.get(`/api/v1/conversations/${key}/events`)).json();
  return { key, ids: data.map(({ id }: { id: string }) => id) as string[] };
}

async function openStory(webhook: Webhook, page: Page, at?: number) {
  const story = await deliverStory(webhook, page);
  const id = at === undefined ? undefined : story.ids[at];
  await page.goto(`/conversations/${story.key}${id === undefined ? "" : `?event=${id}`}`);
  await expect(page.locator("[data-event-id]")).toHaveCount(story.ids.length);
  return story;
}

const limit = (page: Page) => page.locator('[data-variable="refund_limit"]').first();

test("shows any moment, and keeps it in the link", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { ids } = await openStory(webhook, page);
  await expect(limit(page)).toContainText("60");
  await expect(page.getByText(/^As of/)).toHaveCount(0);

  await page
    .locator(entry(ids[4] ?? ""))
    .getByRole("button", { name: /move the playhead here/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`event=${ids[4]}`));
  await expect(limit(page)).toContainText("40");
  await expect(page.locator('[data-label="77"]')).toHaveText("refund");

  await page.reload();
  await expect(page.getByText(/^As of/)).toBeVisible();
  await expect(page.getByText("event 5 of 9")).toBeVisible();
  await expect(limit(page)).toContainText("40");

  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(limit(page)).toContainText("60");
  await expect(page).not.toHaveURL(/event=/);
});

test("steps by keyboard alone, and does not reveal an answer before it is given", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { ids } = await openStory(webhook, page);
  await page.keyboard.press("Home");
  await expect(page.getByText("event 1 of 9")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  const prompt = page.locator(entry(ids[1] ?? ""));
  await expect(prompt).toContainText("not answered yet");
  await expect(prompt.getByText("Chosen:")).toHaveCount(0);
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("event 3 of 9")).toBeVisible();
  await expect(prompt).toContainText("answered after 1 s");
  await expect(prompt.getByText("Chosen:")).toHaveCount(1);
  await page.keyboard.press("End");
  await expect(page.getByText("event 9 of 9")).toBeVisible();

  const slider = page.getByRole("slider", { name: "Playhead" });
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", /event 8 of 9/);
});

test("handles keys that were pressed before the page was ready, in order", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { key, create, visitorSays } = conversation();
  const lines = Array.from({ length: 600 }, (_, index) => visitorSays(`Line ${index}`));
  await webhook.deliver(create("Long"), ...lines);
  let start = () => {};
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    await started;
    await route.continue();
  });
  await page.goto(`/conversations/${key}`, { waitUntil: "commit" });
  await page.waitForFunction(() => "earlyKeys" in window);
  for (const pressed of ["Home", "ArrowRight", "ArrowRight", "/"]) await page.keyboard.press(pressed);
  await page.keyboard.type("map 7");
  start();
  await expect(page.getByText("event 3 of 601")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Find in this conversation" })).toHaveValue("map 7");
});

test("links a variable's value to the event that set it", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { ids } = await openStory(webhook, page, 6);
  await expect(limit(page)).toContainText("just now");
  await expect(limit(page)).toContainText("40 60");
  await limit(page).getByRole("button").first().click();
  const history = page.getByRole("list", { name: "History of refund_limit" });
  await expect(history.getByRole("listitem")).toHaveCount(2);
  await history.getByRole("listitem").nth(1).getByRole("button").click();
  await expect(page).toHaveURL(new RegExp(`event=${ids[3]}`));
  await expect(page.getByText("event 4 of 9")).toBeVisible();
});

test("finds text anywhere in an event, and shows the raw event", async ({ page, webhook }) => {
  const { ids } = await openStory(webhook, page);
  await page.keyboard.press("/");
  await page.keyboard.type("REFUND");
  await expect(page.getByText(/^1 of \d$/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^2 of \d$/)).toBeVisible();
  await page.keyboard.press("Escape");

  const note = page.locator(entry(ids[5] ?? ""));
  await note.hover();
  await note.getByRole("button", { name: "Show the event as received" }).click();
  const drawer = page.getByRole("dialog", { name: "Event as received" });
  await expect(drawer).toContainText("Approved by the <b>warehouse</b>");
  await drawer.getByLabel("Search in this event").fill("note_by");
  await expect(drawer).not.toContainText("warehouse");
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
});

test("prints every entry of a virtualized conversation", async ({ page, webhook }) => {
  const { key, create, visitorSays } = conversation();
  const lines = Array.from({ length: 260 }, (_, index) => visitorSays(`Line ${index}`));
  await webhook.deliver(create("Long"), ...lines);
  await page.goto(`/conversations/${key}`);
  await expect(page.getByRole("region", { name: "Timeline" }).getByText("Line 259", { exact: true })).toBeVisible();
  expect(await page.locator("[data-event-id]").count()).toBeLessThan(200);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("[data-event-id]")).toHaveCount(261);
});

test("prints whole lines, the title on each page, and the state at the end", async ({ page, webhook }) => {
  const { key, create, visitorSays, event, agent } = conversation();
  const variables = [{ type: "text", name: "plan", value: "professional" }];
  await webhook.deliver(
    create('On "paper"'),
    visitorSays("ok, poczekam"),
    event("variables", { action_performed_by: agent, variables }),
  );
  await page.goto(`/conversations/${key}`);
  const said = page.locator("[data-event-id]").getByText("ok, poczekam");
  await expect(said).toBeVisible();
  await page.emulateMedia({ media: "print" });
  const lineHeight = await said.evaluate((element) => Number.parseFloat(getComputedStyle(element).lineHeight));
  expect((await said.boundingBox())?.height).toBeLessThan(lineHeight * 1.5);
  const title = await page.evaluate(() => document.documentElement.style.getPropertyValue("--print-title"));
  expect(title).toBe(String.raw`"On \"paper\""`);
  const variable = page.locator('[data-variable="plan"]').filter({ visible: true });
  await expect(variable).toContainText("professional");
  expect((await variable.boundingBox())?.y).toBeGreaterThan((await said.boundingBox())?.y ?? Number.POSITIVE_INFINITY);
});

test("keeps the scroll position when events arrive, and offers the new ones", async ({ page, webhook }) => {
  const { key, create, visitorSays } = conversation();
  await webhook.deliver(create("Live"), ...Array.from({ length: 60 }, (_, index) => visitorSays(`Line ${index}`)));
  await page.goto(`/conversations/${key}`);
  const timeline = page.getByRole("region", { name: "Timeline" });
  const said = (text: string) => timeline.getByText(text, { exact: true });
  await expect(said("Line 59")).toBeInViewport();
  await webhook.deliver(visitorSays("Followed"));
  await expect(said("Followed")).toBeInViewport();

  await timeline.evaluate((element) => element.scrollTo({ top: 0 }));
  await expect(said("Line 0")).toBeInViewport();
  await webhook.deliver(visitorSays("Later one"), visitorSays("Later two"));
  await page.getByRole("button", { name: "2 new" }).click();
  await expect(said("Later two")).toBeInViewport();
});

test("draws a page of at most 3,500 nodes, however much a state holds", async ({ page, webhook }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { key, create, event, agent, bot } = conversation();
  const many = <Made>(count: number, make: (place: number) => Made) =>
    Array.from({ length: count }, (_, place) => make(place));
  const variables = many(300, (place) => ({ type: "text", name: `variable_${place}`, value: `value ${place}` }));
  const labels = many(40, (place) => ({ id: place + 1, name: `label ${place}` }));
  // Fills the first page of the inbox.
  await webhook.deliver(...many(60, (place) => conversation().create(`Other conversation ${place}`)));
  await webhook.deliver(
    create("A long state"),
    event("variables", { action_performed_by: bot, variables }),
    event("conversation_labels", { action_performed_by: agent, action: "added", labels }),
  );
  const assignments = many(600, (place) => {
    const [from, to] = place % 2 === 0 ? [bot, agent] : [agent, bot];
    return event("assignee_change", { action_performed_by: agent, from, to });
  });
  await webhook.deliver(...assignments);
  await webhook.deliver(...many(400, (place) => event("note", { note_by: agent, note: `Note ${place}` })));

  await page.goto(`/conversations/${key}`);
  await expect(page.getByRole("button", { name: "Show all 300 variables" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Show all 400 notes" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Show all 60\d assignments$/ })).toBeVisible();
  await expect(page.locator("[data-event-id]").last()).toBeVisible();
  await expect(page.locator("[data-playhead-strip]")).toHaveAttribute("aria-valuemax", "1003");
  // While the page's HTML is replaced by the timeline, it may have both.
  await expect.poll(() => page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThan(3500);
});
