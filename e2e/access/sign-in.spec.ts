import { expect, test } from "../support/app";
import { admin, startServer } from "../support/server";

test("an unauthenticated visitor is redirected to sign in, and then back", async ({ stranger }) => {
  await stranger.goto("/setup");
  await expect(stranger).toHaveURL(/\/sign-in/);
  await stranger.getByLabel(/e-?mail/i).fill(admin.email);
  await stranger
    .getByLabel(/password/i)
    .first()
    .fill(admin.password);
  await stranger.getByRole("button", { name: /sign in/i }).click();
  await expect(stranger).toHaveURL(/\/setup$/);
});

test.describe("with a wrong password", () => {
  test.use({ expectedConsole: [/401 \(Unauthorized\)/i] });

  test("sign-in shows an error", async ({ stranger }) => {
    await stranger.goto("/sign-in");
    await stranger.getByLabel(/e-?mail/i).fill(admin.email);
    await stranger
      .getByLabel(/password/i)
      .first()
      .fill("not the password");
    await stranger.getByRole("button", { name: /sign in/i }).click();
    await expect(stranger.getByRole("alert").filter({ hasText: /\w/ }).first()).toBeVisible();
    await expect(stranger).toHaveURL(/\/sign-in/);
  });
});

test("the first start offers to create the first account, with the printed code", async ({ browser, database }) => {
  const server = await startServer({
    database,
    env: { PLAYHEAD_ADMIN_EMAIL: undefined, PLAYHEAD_ADMIN_PASSWORD: undefined },
  });
  try {
    const context = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    // The page server prints it when it starts, which may be after the door is ready for deliveries.
    const printedCode = () => server.output().match(/\b[0-9a-z]{4}(-[0-9a-z]{4}){3}\b/)?.[0] ?? "";
    await expect.poll(printedCode, { message: server.output() }).not.toBe("");
    const code = printedCode();
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in/);
    await page.getByLabel(/code/i).fill(code);
    await page.getByLabel(/name/i).first().fill("First Admin");
    await page.getByLabel(/e-?mail/i).fill("first@example.com");
    for (const field of await page.getByLabel(/password/i).all()) await field.fill("a long enough password");
    await page.getByRole("button", { name: /create|make/i }).click();
    await expect(page).toHaveURL(new RegExp(`^${server.url}/(setup)?$`));
    await context.close();
  } finally {
    await server.stop();
  }
});
