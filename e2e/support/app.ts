import { test as base, expect, type Page } from "@playwright/test";
import { admin, type DatabaseKind, type Server, startServer } from "./server";
import { Webhook } from "./webhook";

export interface AppOptions {
  database: DatabaseKind;
}

interface Fixtures {
  webhook: Webhook;
  /** A page without a session. */
  stranger: Page;
  /** Expected console messages; any other error or CSP violation fails the test. */
  expectedConsole: RegExp[];
}

interface WorkerFixtures extends AppOptions {
  server: Server;
  sessionState: Awaited<ReturnType<import("@playwright/test").BrowserContext["storageState"]>>;
}

/**
 * The tests' `test`: one server per worker, `page` signed in as the admin. A console error, an uncaught exception or a violation
 * of the content security policy fails the test.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  database: ["sqlite", { option: true, scope: "worker" }],

  server: [
    async ({ database }, use) => {
      const server = await startServer({ database });
      await use(server);
      await server.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  sessionState: [
    async ({ server, playwright }, use) => {
      const request = await playwright.request.newContext({ baseURL: server.url });
      const answer = await request.post("/api/auth/sign-in/email", { data: admin, headers: { origin: server.url } });
      expect(answer.status(), await answer.text()).toBe(200);
      await use(await request.storageState());
      await request.dispose();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ server }, use) => use(server.url),

  storageState: async ({ sessionState }, use) => use(sessionState),

  expectedConsole: [[], { option: true }],

  webhook: async ({ server, playwright }, use) => {
    const request = await playwright.request.newContext({ baseURL: server.url });
    await use(new Webhook(request, server.webhookToken));
    await request.dispose();
  },

  page: async ({ page, expectedConsole }, use) => {
    const complaints = collectComplaints(page, expectedConsole);
    await use(page);
    expect(complaints, "console errors and policy violations").toEqual([]);
  },

  stranger: async ({ browser, server, expectedConsole }, use) => {
    const context = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } });
    const page = await context.newPage();
    const complaints = collectComplaints(page, expectedConsole);
    await use(page);
    await context.close();
    expect(complaints, "console errors and policy violations").toEqual([]);
  },
});

export { expect };

/** A dead media link is an error of the content, not of the page. */
const deadMedia = /Failed to load resource.*(storage\.googleapis\.com|net::ERR_)/;

function collectComplaints(page: Page, expected: readonly RegExp[]): string[] {
  const complaints: string[] = [];
  const add = (text: string) => {
    if (![...expected, deadMedia].some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on("pageerror", (error) => add(`uncaught: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || /content security policy/i.test(message.text())) {
      add(`${message.text()} (${message.location().url})`);
    }
  });
  return complaints;
}
