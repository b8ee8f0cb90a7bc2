import { expect, test } from "./support/app";
import { conversation } from "./support/webhook";

let word = "";
const oddName = 'size, "in" cm';

test.beforeEach(() => {
  word = `teapot${Date.now()}`;
});

test("unknown parameters of a link are reported and can be removed", async ({ page, webhook }) => {
  const told = conversation();
  await webhook.deliver(told.create(`About ${word}`));
  await page.goto(`/?q=${word}&status=pending&labl=vip`);
  const ignored = page.getByRole("region", { name: "Ignored parts of the link" });
  await expect(ignored).toContainText('status=pending"status" must be "open" or "closed".');
  await expect(ignored).toContainText('Unknown filter "labl".');
  await expect(page.locator(`a[data-conversation-key="${told.key}"]`)).toBeVisible();
  await ignored.getByRole("button", { name: "Remove from the link" }).click();
  await expect(ignored).toBeHidden();
  expect(new URL(page.url()).search).toBe(`?q=${word}`);
});

test("any variable can be a column of the table and of its export, whatever its name contains", async ({
  page,
  webhook,
}) => {
  const told = conversation();
  await webhook.deliver(
    told.create(`About ${word}`, [{ type: "text", name: oddName, value: "forty" }]),
    told.event("conversation_labels", {
      action_performed_by: told.agent,
      action: "added",
      labels: Array.from({ length: 12 }, (_, place) => ({ id: 5000 + place, name: `label number ${place}` })),
    }),
  );
  await page.goto(`/?q=${word}`);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("button", { name: "Table", exact: true }).click();
  await page.getByLabel("Variable as a column").fill(oddName);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(page.getByRole("columnheader", { name: oddName })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(word) })).toContainText("forty");
  await expect(page.getByRole("row", { name: new RegExp(word) })).toContainText("+11");

  await page.getByRole("button", { name: "Export" }).click();
  const dialog = page.getByRole("dialog", { name: "Export" });
  await dialog.getByLabel("Find a column").fill("size");
  await expect(dialog.getByRole("checkbox", { name: oddName, exact: true })).toBeChecked();
});

test("a filter's editor applies its input on blur", async ({ page, webhook }) => {
  await webhook.deliver(conversation().create(`About ${word}`));
  await page.goto(`/?q=${word}`);
  await expect(page.locator("a[data-conversation-key]")).toHaveCount(1);
  await page.getByRole("button", { name: /^Add filter/ }).click();
  await page.getByRole("option", { name: /^Started/ }).click();
  await page.getByLabel("From", { exact: true }).fill("2026-11-20");
  await page.keyboard.press("Enter");
  await expect.poll(() => new URL(page.url()).searchParams.get("created")).toBe("2026-11-20..");
  await expect(page.getByLabel("From", { exact: true })).toBeFocused();
  await page.getByLabel("To", { exact: true }).fill("2026-11-21");
  await page.getByRole("button", { name: "All filters" }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get("created")).toBe("2026-11-20..2026-11-21");
  await page.getByRole("option", { name: /^Messages/ }).click();
  await page.getByLabel("Messages", { exact: true }).fill(">5");
  await page.getByRole("button", { name: "All filters" }).click();
  await expect(page.getByText("No matching conversations")).toBeVisible();
});

test("the key filter finds a visitor by name, and keeps several typed texts", async ({ page, webhook }) => {
  const visitorKey = `visitor-of-${word}`;
  const told = conversation({ visitorKey });
  await webhook.deliver(told.create(`Mara ${word}`));
  await page.goto("/");
  const search = page.getByRole("combobox", { name: "Search conversations" });
  await search.pressSequentially(`visitor:${word.toUpperCase()}`);
  await expect(page.getByRole("option", { name: `Mara ${word}` })).toBeVisible();
  await search.press("Tab");
  await expect.poll(() => new URL(page.url()).searchParams.get("visitor")).toBe(visitorKey);
  await search.fill("text:mara text:nobody ");
  await expect.poll(() => new URL(page.url()).searchParams.getAll("q")).toEqual(["mara", "nobody"]);
  await expect(page.locator("a[data-conversation-key]")).toHaveCount(1);
});

test("invalid text stays in the search box when the rest becomes chips", async ({ page, webhook }) => {
  await webhook.deliver(conversation().create(`About ${word}`));
  await page.goto(`/?q=${word}&status=open&messages=0`);
  await page.getByRole("button", { name: "Filters as text" }).click();
  const search = page.getByRole("combobox", { name: "Search conversations" });
  await search.fill(`messages:0 notes:no lable:x ${word}`);
  await page.getByRole("button", { name: "Filters as text" }).click();
  await expect(search).toHaveValue(`lable:x ${word}`);
  await expect(page.getByRole("list", { name: "Not understood" })).toContainText('Unknown filter "lable"');
  await expect(page.getByRole("button", { name: "Edit filter notes no" })).toBeVisible();
  expect(new URL(page.url()).search).toBe(`?q=${word}&notes=no&messages=0`);
});

test("typed text is kept while the URL is updated", async ({ page }) => {
  await page.goto("/");
  const search = page.getByRole("combobox", { name: "Search conversations" });
  await search.focus();
  await page.evaluate(() => {
    const replace = window.history.replaceState.bind(window.history);
    window.history.replaceState = (...given) => void setTimeout(() => replace(...given), 600);
  });
  await search.pressSequentially("no");
  await page.waitForTimeout(400);
  await search.pressSequentially("nsense and more", { delay: 60 });
  await expect.poll(() => new URL(page.url()).searchParams.getAll("q.all")).toEqual(["nonsense", "and", "more"]);
  await expect(search).toHaveValue("nonsense and more");

  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(search).toHaveValue("");
});

test("a row keeps the focus when it is scrolled out of view", async ({ page, webhook }) => {
  for (let place = 0; place < 60; place += 1) await webhook.deliver(conversation().create(`${word} ${place}`));
  await page.goto(`/?q=${word}`);
  await expect(page.locator("a[data-conversation-key]").first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const focused = page.locator("a[data-conversation-key]:focus");
  const key = await focused.getAttribute("data-conversation-key");
  await page.locator("[data-list]").evaluate((list) => list.scrollTo({ top: 3000 }));
  await expect(focused).not.toBeInViewport();
  await expect(focused).toHaveAttribute("data-conversation-key", key ?? "");
  await page.keyboard.press("k");
  await expect(focused).toBeInViewport();
});
