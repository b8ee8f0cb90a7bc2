import { expect, test } from "./support/app";
import { expectNoFindingsAtRest, overflow } from "./support/look";
import { openAs } from "./support/open-as";
import { pressGo } from "./support/press-go";
import { conversation } from "./support/webhook";

const minute = 60_000;
const phone = { width: 390, height: 844 };
const menu = {
  type: "button",
  payload: { title: "What next?", buttons: [{ title: "Orders", type: "branch", callback: "", next_dialog: "2" }] },
};

/** A conversation that began some minutes ago. */
function begunAgo(minutes: number) {
  return conversation({ startedAt: new Date(Date.now() - minutes * minute).toISOString() });
}

test("an empty queue says so, and a visitor who gets stuck appears without a reload", async ({ page, webhook }) => {
  await page.goto("/stuck?q=nobody-says-this");
  await expect(page.getByRole("heading", { name: "No matching conversation is stuck" })).toBeVisible();
  await page.getByRole("button", { name: "Remove all filters" }).click();
  await expect(page).toHaveURL(/\/stuck$/);
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  const { key, create, visitorSays, botSays, closes } = live();
  await webhook.deliver(create("Going in circles"), botSays(menu), botSays(menu));
  const item = page.locator(`[data-stuck="${key}"]`);
  await expect(item).toHaveCount(0);
  await webhook.deliver(botSays(menu));
  await expect(item).toContainText("Got the same question 3 times");
  await webhook.deliver(visitorSays("my order"), visitorSays("the one of May"));
  await expect(item).toContainText("Typed 2 replies instead of choosing");
  await webhook.deliver(closes());
  await expect(item).toHaveCount(0);
  expect(await page.evaluate(() => "stillTheSamePage" in window)).toBe(true);
});

/** With an agent who closes it. */
function live() {
  const one = begunAgo(1);
  return { ...one, closes: () => one.event("status", { closed_by: one.agent, status: "Close" }) };
}

test("a reason leads to its event, and the most urgent conversation comes first", async ({ page, webhook }) => {
  const silent = begunAgo(50);
  const asking = begunAgo(20);
  await webhook.deliver(silent.create("No answer"), silent.visitorSays("Is anybody there?"));
  await webhook.deliver(
    asking.create("Wants a person"),
    asking.visitorSays("let me talk to a human"),
    asking.botSays("One moment, please."),
    asking.visitorSays("ok"),
  );
  await page.goto("/stuck");
  const titles = page.getByRole("list", { name: "Stuck conversations" }).locator("[data-stuck-title]");
  const shown = await titles.allInnerTexts();
  expect(shown.indexOf("Wants a person")).toBeLessThan(shown.indexOf("No answer"));
  const item = page.locator(`[data-stuck="${asking.key}"]`);
  await item.getByRole("link", { name: "Asked for a person, and nobody has taken over" }).click();
  await expect(page).toHaveURL(new RegExp(`/conversations/${asking.key}\\?event=\\d+`));
  const id = new URL(page.url()).searchParams.get("event");
  await expect(page.locator(`[data-event-id="${id}"]`)).toContainText("let me talk to a human");
});

test("the queue works by keyboard alone", async ({ page, webhook }) => {
  for (const title of ["First in line", "Second in line"]) {
    const one = begunAgo(30);
    await webhook.deliver(one.create(title), one.visitorSays("Hello?"));
  }
  await page.goto("/bookmarks");
  await expect(page.getByRole("heading", { name: "Bookmarks" })).toBeVisible();
  await pressGo(page, "k");
  await expect(page.getByRole("heading", { name: "Stuck", level: 1 })).toBeVisible();
  const titles = page.locator("[data-stuck-title]");
  await expect(titles.nth(1)).toBeVisible();
  await page.keyboard.press("j");
  await expect(titles.first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(titles.first()).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.locator("[data-reason]").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/conversations\/.*event=/);
});

test("a viewer without personal data sees masked titles", async ({ browser, server, page, webhook }) => {
  const one = begunAgo(30);
  const name = [{ type: "text", name: "visitor_name", value: "Priya Nair" }];
  await webhook.deliver(one.create("Priya Nair", name), one.visitorSays("Hello?"));
  const masked = await openAs(browser, server, page, "viewer");
  await masked.goto("/stuck");
  const item = masked.locator(`[data-stuck="${one.key}"]`);
  await expect(item).toContainText("The bot has not replied");
  await expect(item).not.toContainText("Priya");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the queue fits a phone without serious accessibility findings, ${colorScheme}`, async ({ page, webhook }) => {
    const one = begunAgo(30);
    const title = "A title that is longer than a phone is wide, and then some";
    await webhook.deliver(
      one.create(title),
      one.visitorSays("agent"),
      one.visitorSays("agent"),
      one.visitorSays("agent"),
    );
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/stuck");
    await expect(page.locator(`[data-stuck="${one.key}"]`)).toBeVisible();
    await expectNoFindingsAtRest(page);
    await page.setViewportSize(phone);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expectNoFindingsAtRest(page);
  });
}
