import type { Locator, Page } from "@playwright/test";
import type { PlatformEvent } from "@/lib/simulator/platform-event";
import { expect, test } from "./support/app";
import { expectNoFindingsAtRest, overflow } from "./support/look";
import { pressGo } from "./support/press-go";
import { conversation } from "./support/webhook";

/** Unique to a test, to separate its conversations from all others. */
let family = "";

test.beforeEach(async ({ webhook }) => {
  family = `kettle${Date.now()}`;
  await webhook.deliver(
    ...story("Amara", { labels: ["refund", "vip"], plan: "pro", says: "Where is my refund?" }),
    ...story("Jonas", { labels: ["refund"], plan: "team", says: "The parcel is late" }),
    ...story("Priya", { labels: ["parcel"], plan: "pro", says: "Thanks, solved" }),
  );
});

test("filters typed as text become chips, and the URL opens the same list in another tab", async ({ page }) => {
  await page.goto("/");
  await search(page).fill(`label:refund -label:vip ${family} `);
  await expect(chip(page, "label refund")).toBeVisible();
  await expect(chip(page, "label not vip")).toBeVisible();
  await expect(search(page)).toHaveValue(`${family} `);
  await expectTitles(page, ["Jonas"]);

  const other = await page.context().newPage();
  await other.goto(page.url());
  await expectTitles(other, ["Jonas"]);
  await expect(chip(other, "label not vip")).toBeVisible();
  await other.close();

  await page.getByRole("button", { name: "Remove filter label not vip" }).click();
  await expectTitles(page, ["Amara", "Jonas"]);
  await page.goBack();
  await expectTitles(page, ["Jonas"]);

  await page.getByRole("button", { name: "Filters as text" }).click();
  await expect(search(page)).toHaveValue(`label:refund -label:vip ${family}`);
  await search(page).fill(`var.plan=pro ${family}`);
  await search(page).press("Enter");
  await expectTitles(page, ["Amara", "Priya"]);
  expect(new URL(page.url()).searchParams.get("var.plan")).toBe("pro");
});

test("names and values are completed, and errors are shown at their position", async ({ page }) => {
  await page.goto("/");
  await search(page).pressSequentially("lab");
  await expect(page.getByRole("option", { name: /^label name or ID/ })).toBeVisible();
  await search(page).press("Tab");
  await expect(search(page)).toHaveValue("label:");
  await search(page).pressSequentially("par");
  await expect(page.getByRole("option", { name: "parcel" })).toBeVisible();
  await search(page).press("ArrowDown");
  await search(page).press("Enter");
  await expect(chip(page, "label parcel")).toBeVisible();

  await search(page).fill(`labl:vip ${family} `);
  const problems = page.getByRole("list", { name: "Not understood" });
  await expect(problems).toContainText('Unknown filter "labl"');
  await expect(chip(page, "label parcel")).toBeVisible();
  await problems.getByRole("button").click();
  await search(page).press("Enter");
  await expect(chip(page, "label parcel or vip")).toBeVisible();
  await expectTitles(page, ["Amara", "Priya"]);
});

test("a chip is edited, filters are added from the menu, and an empty list suggests filters to remove", async ({
  page,
}) => {
  await page.goto(`/?q=${family}&label=vip`);
  await page.getByRole("button", { name: "Edit filter label vip" }).click();
  await page.getByRole("button", { name: "None of" }).click();
  await page.keyboard.press("Escape");
  await expectTitles(page, ["Jonas", "Priya"]);

  await page.getByRole("button", { name: /^Add filter/ }).click();
  await page.getByRole("option", { name: /^Variable/ }).click();
  await page.getByLabel("Variable", { exact: true }).fill("plan");
  await page.getByLabel("Test").selectOption("contains");
  await page.getByLabel("Value", { exact: true }).fill("tea");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.keyboard.press("Escape");
  await expectTitles(page, ["Jonas"]);

  await search(page).press("/");
  await search(page).fill(`${family} messages:>99 `);
  await expect(page.getByText("No matching conversations")).toBeVisible();
  await page.getByRole("button", { name: /^Without messages >99/ }).click();
  await expectTitles(page, ["Jonas"]);
});

test("the breakdown filters by a click, and excludes by the minus; on a phone it is a sheet", async ({ page }) => {
  await page.goto(`/?q=${family}`);
  await page.getByRole("button", { name: "Breakdown" }).click();
  const values = page.getByRole("complementary", { name: "Values" });
  await expect(values.getByRole("button", { name: "refund 2" })).toBeVisible();
  await values.getByRole("button", { name: "refund 2" }).click();
  await expectTitles(page, ["Amara", "Jonas"]);
  await values.getByRole("button", { name: /^refund/ }).click();
  await values.getByRole("button", { name: "Exclude vip" }).focus();
  await page.keyboard.press("Enter");
  await expect(chip(page, "label not vip")).toBeVisible();
  await expectTitles(page, ["Jonas", "Priya"]);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(values).toBeHidden();
  await page.getByRole("button", { name: "Breakdown" }).click();
  const sheet = page.getByRole("dialog", { name: "Values" });
  await sheet.getByRole("button", { name: /^parcel/ }).click();
  await sheet.getByRole("button", { name: "Close" }).click();
  await expectTitles(page, ["Priya"]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("by keyboard alone: move, preview, select, compare, open, go, and run a command", async ({ page }) => {
  await page.goto(`/?q=${family}&sort=createdAt`);
  await expectTitles(page, ["Amara", "Jonas", "Priya"]);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(row(page, "Jonas")).toBeFocused();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("The parcel is late")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(preview.getByText("Thanks, solved")).toBeVisible();
  await expect(row(page, "Priya")).toBeFocused();

  await page.keyboard.press("x");
  await page.keyboard.press("Shift+K");
  const bar = page.getByRole("toolbar", { name: "Selected conversations" });
  await expect(bar).toContainText("2 selected");
  const compare = new URL((await bar.getByRole("link", { name: "Compare" }).getAttribute("href")) ?? "", page.url());
  expect([...compare.searchParams.keys()]).toEqual(["a", "b"]);
  await page.keyboard.press("Control+a");
  await expect(bar).toContainText("3 selected");
  await bar.getByRole("button", { name: "Export" }).click();
  await expect(page.getByRole("dialog", { name: "Export" })).toContainText("3 conversations");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Export" })).toBeHidden();
  // The first Escape may close the tooltip of the button that has the focus again.
  await expect(async () => {
    await row(page, "Amara").focus();
    await page.keyboard.press("Escape");
    await expect(bar).toBeHidden({ timeout: 1000 });
  }).toPass();

  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Amara ${family}` })).toBeVisible();
  await pressGo(page, "d");
  await expect(page).toHaveURL(/\/deliveries/);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toContainText("Select while moving");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.keyboard.type(`Priya ${family}`);
  const found = page.getByRole("option", { name: new RegExp(`^Priya ${family}`) });
  await expect(found).toBeVisible();
  // Options above it may arrive later.
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(found).toHaveAttribute("aria-selected", "true", { timeout: 500 });
  }).toPass();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: `Priya ${family}` })).toBeVisible();
});

test("the table keeps its selected columns after a reload", async ({ page }) => {
  await page.goto(`/?q=${family}&sort=createdAt`);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByLabel("Variable as a column").fill("plan");
  await page.keyboard.press("Enter");
  for (let place = 0; place < 7; place += 1) await page.getByRole("button", { name: "Move plan up" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("separator", { name: "Width of plan" }).press("ArrowRight");
  await expect(page.getByRole("separator", { name: "Width of plan" })).toHaveAttribute("aria-valuenow", "160");
  await page.reload();

  const headers = page.getByRole("columnheader");
  await expect(headers.nth(1)).toHaveText("Conversation");
  await expect(headers.nth(2)).toHaveText("plan");
  await expect(page.getByRole("separator", { name: "Width of plan" })).toHaveAttribute("aria-valuenow", "160");
  await expect(page.getByRole("row", { name: /Jonas/ })).toContainText("team");
  await headers.getByRole("button", { name: "Last event" }).click();
  await expect(page).toHaveURL(/sort=lastEventAt|^(?!.*sort=)/);
  await expect(page.getByRole("columnheader", { name: "Last event" })).toHaveAttribute("aria-sort", "descending");
  await page.getByRole("row", { name: /Jonas/ }).click();
  await expect(page).toHaveURL(/\/conversations\//);
});

test("new conversations wait while rows are selected, and only those that match the filters", async ({
  page,
  webhook,
}) => {
  await page.goto(`/?q=${family}&label=refund`);
  await expectTitles(page, ["Amara", "Jonas"]);
  const before = await titles(page);
  await page.getByLabel(`Select Jonas ${family}`).check({ force: true });
  await webhook.deliver(...story("Other", { labels: ["parcel"], plan: "pro", says: "Not of this list" }));
  await webhook.deliver(
    ...story("Newest", { labels: ["refund"], plan: "pro", says: "Of this list", startedAt: new Date().toISOString() }),
  );
  await expect(page.getByRole("button", { name: "1 updated" })).toBeVisible();
  expect(await titles(page)).toEqual(before);
  await page.getByRole("button", { name: "1 updated" }).click();
  await expectTitles(page, ["Amara", "Jonas", "Newest"]);
  await expect(page.getByLabel(`Select Jonas ${family}`)).toBeChecked();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`no serious accessibility finding in the parts of the inbox, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(`/?q=${family}&label=refund&var.plan=pro&created=7d..`);
    await page.getByRole("button", { name: "Display" }).click();
    await page.getByRole("button", { name: "Table", exact: true }).click();
    await expectNoFindingsAtRest(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Breakdown" }).click();
    await expect(page.getByRole("complementary", { name: "Values" }).getByText("refund")).toBeVisible();
    await page.getByRole("row", { name: /Amara/ }).getByRole("checkbox").check();
    await search(page).pressSequentially("nonsense:x stat");
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectNoFindingsAtRest(page);
    await search(page).press("Escape");
    await search(page).press("Escape");
    await page.getByRole("button", { name: /^Edit filter label/ }).click();
    await expectNoFindingsAtRest(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.keyboard.type(family);
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectNoFindingsAtRest(page);
  });
}

interface Story {
  labels: string[];
  plan: string;
  says: string;
  startedAt?: string;
}

function story(name: string, { labels, plan, says, startedAt }: Story): PlatformEvent[] {
  const { create, visitorSays, event, agent } = conversation({
    startedAt: startedAt ?? new Date(Date.now() - 3_600_000).toISOString(),
  });
  const numbered = labels.map((label) => ({ id: 9000 + label.length * 7 + label.charCodeAt(0), name: label }));
  return [
    create(`${name} ${family}`, [{ type: "text", name: "plan", value: plan }]),
    visitorSays(says),
    event("conversation_labels", { action_performed_by: agent, action: "added", labels: numbered }),
  ];
}

function search(page: Page): Locator {
  return page.getByRole("combobox", { name: "Search conversations" });
}

function chip(page: Page, told: string): Locator {
  return page.getByRole("button", { name: `Edit filter ${told}`, exact: true });
}

function row(page: Page, name: string): Locator {
  return page.locator("a[data-conversation-key]").filter({ hasText: `${name} ${family}` });
}

/** The listed conversations of this test by the first words of their titles, from top to bottom. */
async function titles(page: Page): Promise<string[]> {
  const all = await page
    .locator("a[data-conversation-key]")
    .evaluateAll((links) => links.map((link) => link.querySelector("bdi")?.textContent ?? ""));
  return all.filter((title) => title.includes(family)).map((title) => title.replace(family, "").trim());
}

async function expectTitles(page: Page, names: string[]): Promise<void> {
  await expect.poll(async () => (await titles(page)).sort()).toEqual(names);
}
