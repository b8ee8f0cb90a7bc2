import type { Browser, Page } from "@playwright/test";
import { currentCode } from "@/lib/testing/access/current-code";
import { expect, test } from "./support/app";
import { admin, type Server } from "./support/server";
import { conversation } from "./support/webhook";

test("a webhook token created in Settings works immediately, and stops working when revoked", async ({
  page,
  webhook,
}) => {
  await page.goto("/settings/tokens");
  const section = page.getByRole("region", { name: "Webhook tokens" });
  await section.getByLabel("Name of a new token").fill("Autumn");
  await section.getByRole("button", { name: "Add webhook token" }).click();
  await section.getByRole("button", { name: "Show Autumn" }).click();
  const token = (await section.getByRole("listitem").filter({ hasText: "Autumn" }).locator("code").textContent()) ?? "";
  const deliver = () => webhook.post({ events: [conversation().visitorSays("Hello")] }, { authorization: token });
  expect((await deliver()).status()).toBe(200);

  await section.getByRole("button", { name: "Revoke Autumn" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  // An open dialog hides the page behind it, including the name.
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(section.getByText("Autumn")).toBeHidden();
  await expect.poll(async () => (await deliver()).status()).toBe(401);
});

test("System shows the version and the database, and that every stored event is projected", async ({
  page,
  webhook,
}) => {
  await webhook.deliver(conversation().visitorSays("Is it there?"));
  await page.goto("/settings/system");
  await expect(page.getByText("Every stored event is projected.")).toBeVisible();
  const installation = page.getByRole("region", { name: "Installation" });
  await expect(installation.getByText(/^\d+\.\d+\.\d+/)).toBeVisible();
  await expect(installation.getByText("SQLite", { exact: true })).toBeVisible();
  await expect(installation.getByText("just now")).toBeVisible();
});

test("an API token is shown once, works, and can be revoked", async ({ page, server, playwright }) => {
  await page.goto("/settings/tokens");
  const section = page.getByRole("region", { name: "API tokens" });
  await section.getByLabel("Name of a new token").fill("Weekly report");
  await section.getByRole("button", { name: "Add API token" }).click();
  const token = (await section.getByRole("status").locator("code").textContent()) ?? "";
  const script = await playwright.request.newContext({
    baseURL: server.url,
    storageState: { cookies: [], origins: [] },
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect((await script.get("/api/v1/conversations")).status()).toBe(200);

  await page.reload();
  await expect(section.getByText("Weekly report")).toBeVisible();
  await expect(page.getByText(token)).toBeHidden();
  await section.getByRole("button", { name: "Revoke Weekly report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  // An open dialog hides the list too.
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(section.getByText("Weekly report")).toBeHidden();
  expect((await script.get("/api/v1/conversations")).status()).toBe(401);
  await script.dispose();
});

test("an added user signs in, sees no administration, changes the password, and is removed", async ({
  page,
  browser,
  server,
}) => {
  const choices = { "First sign-in": "With a temporary password" };
  const password = await addUser(page, { name: "Tomek Wójcik", email: "tomek@example.com", choices });

  const tomek = await signIn(browser, server, { email: "tomek@example.com", password });
  await tomek.goto("/settings/tokens");
  await expect(tomek.getByRole("region", { name: "API tokens" })).toBeVisible();
  await expect(tomek.getByRole("region", { name: "Webhook tokens" })).toBeHidden();
  await expect(tomek.getByRole("link", { name: "Users" })).toBeHidden();

  await tomek.goto("/settings/account");
  await tomek.getByLabel("Current password").fill("not this one");
  await tomek.getByLabel("New password").fill("a kettle on the moon");
  await tomek.getByRole("button", { name: "Change password" }).click();
  await expect(tomek.getByText("This is not your current password.")).toBeVisible();
  await expect(tomek.getByLabel("Current password")).toBeFocused();
  await tomek.getByLabel("Current password").fill(password);
  await tomek.getByRole("button", { name: "Change password" }).click();
  await expect(tomek.getByText("Password changed.")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Remove Tomek Wójcik" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("tomek@example.com")).toBeHidden();
  await tomek.goto("/");
  await expect(tomek).toHaveURL("/sign-in?ended=yes");
  await tomek.context().close();
});

test("an invited analyst sets a password, and loses access with the next request", async ({
  page,
  browser,
  server,
}) => {
  const link = await addUser(page, { name: "Ada Okafor", email: "ada@example.com", choices: { Role: "Analyst" } });

  const context = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } });
  const ada = await context.newPage();
  await ada.goto(new URL(link).pathname);
  await ada.getByLabel("Password", { exact: true }).fill("a kettle on the moon");
  await ada.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(ada).toHaveURL("/");
  await expect(ada.getByRole("link", { name: "Deliveries" })).toBeHidden();
  expect((await ada.goto("/deliveries"))?.status()).toBe(404);
  await ada.goto(new URL(link).pathname);
  await expect(ada.getByRole("heading", { name: "This invitation is not valid" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Change the scope of Ada Okafor" }).click();
  await page.getByRole("dialog").getByLabel("Only these bots").check();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText("0 bots")).toBeVisible();
  expect((await (await ada.request.get("/api/v1/me")).json()).scope).toEqual({ bots: [], accounts: null });
  await page.getByRole("button", { name: "Sign out Ada Okafor" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect((await ada.request.get("/api/v1/me")).status()).toBe(401);

  await setUpSecondFactor(ada, { email: "ada@example.com", password: "a kettle on the moon" });
  await page.reload();
  await page.getByRole("button", { name: "Remove the second factor of Ada Okafor" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove second factor" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Remove the second factor of Ada Okafor" })).toHaveCount(0);
  expect((await ada.request.get("/api/v1/me")).status()).toBe(401);
  await context.close();
});

test("another session can be ended", async ({ page, browser, server }) => {
  const other = await signIn(browser, server, admin);
  await page.goto("/settings/account");
  const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
  await expect(sessions).not.toHaveCount(0);
  // Other tests leave sessions, too.
  for (let left = (await sessions.count()) - 1; left > 0; left -= 1) {
    await sessions
      .getByRole("button", { name: /^Sign out/ })
      .first()
      .click();
    await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
    await expect(sessions).toHaveCount(left);
  }
  await other.goto("/settings/account");
  await expect(other).toHaveURL("/sign-in?ended=yes&next=%2Fsettings%2Faccount");
  await expect(other.getByText("Your session has ended.")).toBeVisible();
  await other.getByLabel("E-mail").fill(admin.email);
  await other.getByLabel("Password", { exact: true }).fill(admin.password);
  await other.getByRole("button", { name: "Sign in" }).click();
  await expect(other).toHaveURL("/settings/account");
  await other.context().close();
});

interface NewUser {
  name: string;
  email: string;
  /** Options chosen in selects, by label. */
  choices: Record<string, string>;
}

/** Adds a user in Settings. @returns the secret to pass on: a password or a link */
async function addUser(page: Page, { name, email, choices }: NewUser): Promise<string> {
  await page.goto("/settings/users");
  const form = page.getByRole("region", { name: "Add a user" });
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("E-mail").fill(email);
  for (const [label, option] of Object.entries(choices)) await form.getByLabel(label).selectOption({ label: option });
  await form.getByRole("button", { name: "Add user" }).click();
  return (await form.getByRole("status").locator("code").textContent()) ?? "";
}

async function signIn(browser: Browser, server: Server, account: { email: string; password: string }): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
  return page;
}

/** Signs in, and turns on the second factor. */
async function setUpSecondFactor(page: Page, account: { email: string; password: string }): Promise<void> {
  const { origin } = new URL(page.url());
  const post = (path: string, data: object) => page.request.post(path, { data, headers: { origin } });
  expect((await post("/api/auth/sign-in/email", account)).status()).toBe(200);
  const { secret } = await (await post("/api/v1/settings/second-factor", { password: account.password })).json();
  expect((await post("/api/v1/settings/second-factor/confirm", { code: currentCode(secret) })).status()).toBe(200);
}
