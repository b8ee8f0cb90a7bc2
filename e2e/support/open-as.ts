import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect } from "./app";
import type { Server } from "./server";

/** A page of a new user with a role. */
export async function openAs(browser: Browser, server: Server, page: Page, role: string): Promise<Page> {
  const headers = { origin: server.url };
  const email = `${role}-${randomUUID()}@example.com`;
  const made = await page.request.post("/api/v1/settings/users", { data: { name: role, email, role }, headers });
  expect(made.status(), await made.text()).toBe(201);
  const { password } = await made.json();
  const context = await browser.newContext({ baseURL: server.url, storageState: { cookies: [], origins: [] } });
  const answer = await context.request.post("/api/auth/sign-in/email", { data: { email, password }, headers });
  expect(answer.status()).toBe(200);
  return context.newPage();
}
