import type { Page, Response } from "@playwright/test";
import { simulate } from "@/lib/simulator/simulate";
import { expect, test } from "./support/app";
import { overflow, seriousFindings } from "./support/look";

const [everyBlock] = simulate({ seed: "pages", conversations: 1, now: Date.now() });
const key = everyBlock?.key ?? "";
const visitorKey = everyBlock?.visitorKey ?? "";

const pages = [
  "/",
  `/conversations/${key}`,
  `/visitors/${visitorKey}`,
  "/deliveries",
  "/compare",
  "/analytics",
  "/stuck",
  "/flows",
  "/funnels",
  "/setup",
  "/settings/account",
  "/settings/tokens",
  "/settings/users",
  "/settings/security",
  "/settings/privacy",
  "/settings/audit",
  "/settings/system",
  "/sign-in",
  "/nowhere",
];
const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 860 };

test.use({ expectedConsole: [/status of 404/] });

test.beforeEach(async ({ webhook }) => {
  await webhook.post({ events: everyBlock?.events });
});

for (const path of pages) {
  test(`${nameOf(path)} fits a phone, has a strict content security policy and no serious accessibility finding`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await page.setViewportSize(phone);
    expectStrictPolicy(await open(page, path));
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize(desktop);
    await open(page, path);
    expect(await seriousFindings(page), "light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveClass(/dark/);
    expect(await seriousFindings(page), "dark").toEqual([]);
  });
}

function expectStrictPolicy(response: Response | null): void {
  const policy = response?.headers()["content-security-policy"] ?? "";
  const scripts = policy.split(";").find((directive) => directive.trim().startsWith("script-src")) ?? "";
  expect(scripts).toContain("'nonce-");
  expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/);
  expect(policy).toMatch(/object-src 'none'/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
}

async function open(page: Page, path: string): Promise<Response | null> {
  const response = await page.goto(path);
  await expect(page.locator("main").first()).toBeVisible();
  if (path.startsWith("/conversations")) await expect(page.locator("[data-event-id]").first()).toBeVisible();
  await page.waitForTimeout(500);
  return response;
}

function nameOf(path: string): string {
  if (path === "/") return "the inbox";
  return path.startsWith("/settings/") ? path.slice(1) : (path.split("/")[1] ?? path);
}
