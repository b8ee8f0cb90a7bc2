import type { Page } from "@playwright/test";
import { simulate } from "@/lib/simulator/simulate";
import { expect, test } from "./app";
import { overflow, seriousFindings } from "./look";

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

test.use({ expectedConsole: [/status of 404/] });

test.beforeEach(async ({ webhook }) => {
  await webhook.post({ events: everyBlock?.events });
});

for (const path of pages) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${nameOf(path)} has no serious accessibility finding, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await open(page, path);
      expect(await seriousFindings(page)).toEqual([]);
    });
  }

  test(`${nameOf(path)} fits a phone`, async ({ page }) => {
    await page.setViewportSize(phone);
    await open(page, path);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test(`${nameOf(path)} has a strict content security policy`, async ({ page }) => {
    const response = await page.goto(path);
    const policy = response?.headers()["content-security-policy"] ?? "";
    const scripts = policy.split(";").find((directive) => directive.trim().startsWith("script-src")) ?? "";
    expect(scripts).toContain("'nonce-");
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(policy).toMatch(/object-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
  });
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("main").first()).toBeVisible();
  if (path.startsWith("/conversations")) await expect(page.locator("[data-event-id]").first()).toBeVisible();
  await page.waitForTimeout(500);
}

function nameOf(path: string): string {
  if (path === "/") return "the inbox";
  return path.startsWith("/settings/") ? path.slice(1) : (path.split("/")[1] ?? path);
}
