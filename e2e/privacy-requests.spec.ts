import { readFile } from "node:fs/promises";
import { unzipped } from "@/lib/testing/unzipped";
import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";
import { openAs } from "./support/open-as";
import { conversation } from "./support/webhook";

test("a viewer shows the personal data of one conversation, with a reason, once an admin allows it", async ({
  page,
  browser,
  server,
  webhook,
}) => {
  const botId = 100_000 + Math.floor(Math.random() * 1e9);
  const { key, create, visitorSays } = conversation({ botId });
  const name = { type: "text", name: "visitor_name", value: "Zyxwilla Quorvathy" };
  await webhook.deliver(create("Zyxwilla Quorvathy", [name]), visitorSays("I am Zyxwilla Quorvathy"));
  const viewer = await openAs(browser, server, page, "viewer");
  await viewer.goto(`/conversations/${key}`);
  const title = viewer.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("[name]");
  await viewer.getByRole("button", { name: "More", exact: true }).click();
  await expect(viewer.getByRole("menuitem", { name: "Copy link to this moment" })).toBeVisible();
  await expect(viewer.getByRole("menuitem", { name: "Show personal data…" })).toBeHidden();

  await page.goto("/settings/privacy");
  await page.getByRole("switch", { name: "Allow showing personal data" }).click();
  await expect(page.getByRole("switch", { name: "Allow showing personal data" })).toBeChecked();

  await viewer.reload();
  await viewer.getByRole("button", { name: "More", exact: true }).click();
  await viewer.getByRole("menuitem", { name: "Show personal data…" }).click();
  const dialog = viewer.getByRole("dialog", { name: "Show personal data" });
  await dialog.getByLabel("Reason").fill("They called about an order");
  expect(await seriousFindings(viewer, "[role=dialog]")).toEqual([]);
  await dialog.getByRole("button", { name: "Show personal data" }).click();
  await expect(title).toHaveText("Zyxwilla Quorvathy");
  await expect(viewer.getByText("Personal data is visible for 15 more minutes")).toBeVisible();
  await expect(viewer.getByText("I am Zyxwilla Quorvathy").first()).toBeVisible();
  expect(await seriousFindings(viewer)).toEqual([]);
  await viewer.reload();
  await expect(title).toHaveText("Zyxwilla Quorvathy");
  // The list next to it stays masked.
  await viewer.goto(`/?bot=${botId}`);
  await expect(viewer.getByRole("main")).toContainText("[name]");
  await expect(viewer.getByRole("main")).not.toContainText("Quorvathy");

  // Switched off, it is masked again with the next request.
  await page.getByRole("switch", { name: "Allow showing personal data" }).click();
  await expect(page.getByRole("switch", { name: "Allow showing personal data" })).not.toBeChecked();
  await viewer.goto(`/conversations/${key}`);
  await expect(title).toHaveText("[name]");
  await expect(viewer.getByText("Personal data is visible")).toBeHidden();
  await page.goto(`/settings/audit?subject=conversation:${key}`);
  const entry = page.getByRole("listitem").filter({ hasText: "Revealed masked data" });
  await expect(entry).toHaveCount(1);
  await expect(entry).toContainText("They called about an order");
  await viewer.context().close();
});

test("a person is found, joined by hand to a request, given their data, and the request closed", async ({
  page,
  webhook,
}) => {
  const one = conversation({ visitorKey: `person-${Date.now()}` });
  const other = conversation({ visitorKey: `phone-${Date.now()}` });
  const named = (value: string) => [{ type: "text", name: "visitor_name", value }];
  await webhook.deliver(
    one.create("About the kettle", named("Amélie Ndiaye")),
    one.visitorSays("My kettle broke"),
    other.create("About the toaster", named("Amelie Ndiaye")),
    other.visitorSays("My toaster, too"),
  );
  await page.goto("/privacy");
  await expect(page.getByRole("link", { name: "Requests" })).toHaveAttribute("aria-current", "page");
  await page.getByLabel("E-mail, phone, name or key of a person").fill("amelie ndiaye");
  await page.getByRole("button", { name: "Find" }).click();
  const found = page.getByRole("list", { name: "Found visitors" });
  await expect(found.getByRole("listitem")).toHaveCount(2);
  await found.getByRole("checkbox", { name: /Amélie Ndiaye/ }).check();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "New request with 1 visitor" }).click();
  const dialog = page.getByRole("dialog", { name: "New request" });
  await dialog.getByLabel("Who asks").fill("Amélie Ndiaye, by letter");
  await dialog.getByLabel("Received").fill("2026-01-31");
  expect(await seriousFindings(page, "[role=dialog]")).toEqual([]);
  await dialog.getByRole("button", { name: "Enter request" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Amélie Ndiaye, by letter");
  await expect(page.getByText("2026-02-28")).toBeVisible();
  await expect(page.getByText("Overdue")).toBeVisible();
  await page.getByRole("button", { name: "Add visitors" }).click();
  await page.getByLabel("E-mail, phone, name or key of a person").fill("Amelie Ndiaye");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("button", { name: /^Add Amelie Ndiaye/ }).click();
  await expect(page.getByRole("list", { name: "Visitors", exact: true }).getByRole("listitem")).toHaveCount(2);
  await page.getByLabel("Note").fill("Checked the ID card");
  await page.getByRole("button", { name: "Add note" }).click();
  await expect(page.getByRole("list", { name: "Log of the request" })).toContainText("Checked the ID card");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download archive" }).click();
  const files = unzipped(await readFile(await (await download).path()));
  expect([...files.keys()].filter((file) => file.startsWith("conversations/"))).toHaveLength(2);
  expect(files.get("index.html")).toContain("Amélie Ndiaye");
  await expect(page.getByRole("list", { name: "Log of the request" })).toContainText("Downloaded the archive");
  expect(await seriousFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 860 });

  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close as done" }).click();
  await expect(page.getByRole("button", { name: "Done" })).toBeHidden();
  await page.getByRole("link", { name: "All requests" }).click();
  await expect(page.getByRole("main").getByText("Amélie Ndiaye, by letter")).toBeHidden();
  await page.getByRole("button", { name: "Closed" }).click();
  await expect(page.getByRole("link", { name: /Amélie Ndiaye, by letter/ })).toBeVisible();
});

test("a visitor is held, released and exported on their page", async ({ page, webhook }) => {
  const { create, visitorSays } = conversation({ visitorKey: `held-${Date.now()}` });
  const said = visitorSays("Hello");
  await webhook.deliver(create("Held"), said);
  await page.goto(`/visitors/${said.visitor.key}`);
  const section = page.getByRole("region", { name: "Privacy" });
  await section.getByRole("button", { name: "Hold" }).click();
  await page.getByRole("dialog").getByLabel("Reason").fill("Case 2026-114");
  await page.getByRole("dialog").getByRole("button", { name: "Place hold" }).click();
  await expect(section.getByText("Legal hold: Case 2026-114")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await section.getByRole("button", { name: "Release" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Release" }).click();
  await expect(section.getByText("Legal hold")).toBeHidden();
  const download = page.waitForEvent("download");
  await section.getByRole("link", { name: "Export" }).click();
  expect((await download).suggestedFilename()).toBe("visitor.zip");
});

test.describe("on the page of a visitor who is being erased", () => {
  // The page asks for the visitor until there is none.
  test.use({ expectedConsole: [/404 \(Not Found\).*\/api\/v1\/visitors\//] });

  test("the progress is shown, then a receipt", async ({ page, webhook }) => {
    const { key, create, visitorSays } = conversation({ visitorKey: `erased-${Date.now()}` });
    const said = visitorSays("Ottokar asks to be forgotten");
    await webhook.deliver(create("Ottokar Vreeburg"), said);
    await page.goto(`/visitors/${said.visitor.key}`);
    await page.getByRole("region", { name: "Privacy" }).getByRole("button", { name: "Erase" }).click();
    const dialog = page.getByRole("dialog");
    const erase = dialog.getByRole("button", { name: "Erase", exact: true });
    await dialog.getByLabel("Reason").fill("Letter of 30 November");
    await expect(erase).toBeDisabled();
    await dialog.getByLabel('Type "erase" to confirm').fill("erase");
    expect(await seriousFindings(page, "[role=dialog]")).toEqual([]);
    await erase.click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This visitor is being erased");
    await expect(page.getByText("Erased 2 events")).toBeVisible({ timeout: 60_000 });
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download receipt" }).click();
    const receipt = JSON.parse(await readFile(await (await download).path(), "utf8"));
    expect(receipt).toMatchObject({ mode: "content", reason: "Letter of 30 November" });
    await page.goto(`/conversations/${key}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("main")).not.toContainText(/Ottokar|Vreeburg/);
    await page.goto("/settings/privacy");
    const erasures = page.getByRole("list", { name: "Erasures" });
    await expect(erasures.getByRole("listitem").filter({ hasText: "Letter of 30 November" })).toContainText(
      "Erased 2 events",
    );
  });
});

test("a request for erasure erases its visitors, and forgets the person when it is closed", async ({
  page,
  server,
  webhook,
}) => {
  const { create, visitorSays } = conversation({ visitorKey: `gone-${Date.now()}` });
  const said = visitorSays("Forget me");
  await webhook.deliver(create("Gone"), said);
  const data = { kind: "erasure", person: "Yves Gone", visitors: [said.visitor.key] };
  const made = await page.request.post("/api/v1/privacy/requests", { data, headers: { origin: server.url } });
  expect(made.status(), await made.text()).toBe(201);
  await page.goto(`/privacy?request=${(await made.json()).id}`);
  await page.getByRole("button", { name: "Erase…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /Erase everything/ }).check();
  await dialog.getByLabel('Type "erase" to confirm').fill("erase");
  await dialog.getByRole("button", { name: "Erase", exact: true }).click();
  const log = page.getByRole("list", { name: "Log of the request" });
  await expect(log).toContainText("Started an erasure");
  await expect(log).toContainText("Erased 2 events", { timeout: 60_000 });
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close as done" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Personal data removed");
  await expect(page.getByRole("main")).not.toContainText("Yves");
});

test("requests are for those who answer for privacy", async ({ page, browser, server, webhook }) => {
  const { create, visitorSays } = conversation();
  const said = visitorSays("Hello");
  await webhook.deliver(create("Anybody"), said);
  const agent = await openAs(browser, server, page, "agent");
  await agent.goto(`/visitors/${said.visitor.key}`);
  await expect(agent.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(agent.getByRole("region", { name: "Privacy" })).toBeHidden();
  await expect(agent.getByRole("link", { name: "Requests" })).toBeHidden();
  await agent.goto("/settings/system");
  await expect(agent.getByRole("region", { name: "Projections" })).toBeVisible();
  await expect(agent.getByRole("region", { name: "Jobs" })).toBeHidden();
  await agent.context().close();
  await page.goto("/settings/system");
  await expect(page.getByRole("list", { name: "Jobs" })).toContainText("Retention");
  expect(await seriousFindings(page)).toEqual([]);
});
