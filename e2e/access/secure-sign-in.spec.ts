import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { currentCode } from "@/lib/testing/access/current-code";
import { oidcClient, startOidcProvider } from "@/lib/testing/access/oidc-provider";
import { expect, test } from "../support/app";
import { admin, type Server, startServer } from "../support/server";

test("an authenticator app is set up in Settings, and its codes are asked for when signing in", async ({
  browser,
  database,
}) => {
  const server = await startServer({ database });
  try {
    const page = await strangerAt(browser, server);
    await givePassword(page);
    await expect(page).toHaveURL(`${server.url}/`);
    await page.goto("/settings/account");
    const section = page.getByRole("region", { name: "Second factor" });
    await section.getByLabel("Your password").fill(admin.password);
    await section.getByRole("button", { name: "Set up an authenticator app" }).click();
    await expect(section.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    const secret = (await section.locator("code").textContent()) ?? "";
    await section.getByLabel("Code from the app").fill("000000");
    await section.getByRole("button", { name: "Turn on" }).click();
    await expect(section.getByText("This code is wrong or was used already.")).toBeVisible();
    await section.getByLabel("Code from the app").fill(currentCode(secret));
    await section.getByRole("button", { name: "Turn on" }).click();
    const codes = (await section.getByRole("status").locator("code").textContent())?.split(" ") ?? [];
    expect(codes).toHaveLength(10);
    await section.getByRole("button", { name: "I have stored them" }).click();
    await expect(section.getByText("On: signing in with your password also needs a code.")).toBeVisible();

    const other = await strangerAt(browser, server);
    await givePassword(other);
    await expect(other.getByLabel("Code")).toBeFocused();
    await other.goto("/");
    await expect(other).toHaveURL(/\/sign-in/);
    await givePassword(other);
    await other.getByLabel("Code").fill(currentCode(secret, 1));
    await other.getByRole("button", { name: "Continue" }).click();
    await expect(other).toHaveURL(`${server.url}/`);

    const third = await strangerAt(browser, server);
    await givePassword(third);
    await third.getByLabel("Code").fill(codes[0] ?? "");
    await third.getByRole("button", { name: "Continue" }).click();
    await expect(third).toHaveURL(`${server.url}/`);
  } finally {
    await server.stop();
  }
});

test("a required second factor is set up before anything else", async ({ browser, database }) => {
  const server = await startServer({ database });
  try {
    const page = await strangerAt(browser, server);
    await givePassword(page);
    await expect(page).toHaveURL(`${server.url}/`);
    await page.goto("/settings/security");
    await expect(page.getByText("0 of 1 have a second factor")).toBeVisible();
    await page.getByLabel("Require a second factor of Admin").click();
    await expect(page.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
    await page.goto("/visitors/any");
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.getByLabel("Your password").fill(admin.password);
    await page.getByRole("button", { name: "Set up an authenticator app" }).click();
    const secret = (await page.locator("code").textContent()) ?? "";
    await page.getByLabel("Code from the app").fill(currentCode(secret));
    await page.getByRole("button", { name: "Turn on" }).click();
    await page.getByRole("button", { name: "I have stored them" }).click();
    await expect(page).toHaveURL(/\/visitors\/any$/);
  } finally {
    await server.stop();
  }
});

test("single sign-on signs people in, and says why it refuses them", async ({ browser, database }) => {
  const provider = await startOidcProvider();
  const server = await startServer({
    database,
    env: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: oidcClient.id,
      OIDC_CLIENT_SECRET: oidcClient.secret,
      OIDC_NAME: "Acme",
      OIDC_ALLOWED_DOMAINS: "example.com",
    },
  });
  try {
    provider.person = { sub: "1", email: "kim@example.org", email_verified: true, name: "Kim" };
    const page = await strangerAt(browser, server);
    await page.goto("/sign-in?next=%2Fsettings%2Faccount");
    const button = page.getByRole("button", { name: "Sign in with Acme" });
    await button.click();
    await expect(page.getByRole("alert").getByText("people with your e-mail address are not added")).toBeVisible();
    provider.person = { ...provider.person, email: "kim@example.com" };
    await button.click();
    await expect(page).toHaveURL(/\/settings\/account$/);
    await expect(page.getByText("kim@example.com")).toBeVisible();
    await expect(
      page.getByRole("region", { name: "Single sign-on" }).getByText("Your account is linked."),
    ).toBeVisible();
    await expect(page.getByRole("region", { name: "Password" })).toBeHidden();
  } finally {
    await server.stop();
    await provider.close();
  }
});

async function strangerAt(browser: import("@playwright/test").Browser, server: Server): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } });
  return context.newPage();
}

async function givePassword(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(admin.email);
  await page.getByLabel("Password", { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
