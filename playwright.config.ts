import { defineConfig } from "@playwright/test";
import type { AppOptions } from "./e2e/support/app";
import { chromiumFlags, findChromium } from "./lib/cli/find-chromium.mjs";

/** On Postgres run the specs that exercise the store; what only concerns the page runs once, on SQLite. */
const storeSpecs = ["webhook.spec.ts", "samples.spec.ts", "live-updates.spec.ts", "api.spec.ts"];

const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium());

export default defineConfig<AppOptions>({
  testDir: "e2e",
  globalSetup: "./e2e/support/global-setup.ts",
  outputDir: "test-results/browser",
  fullyParallel: false,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  // A machine shared with other builds may let a test down once; a fault fails each time.
  retries: process.env.CI ? 2 : 0,
  reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) },
    viewport: { width: 1280, height: 860 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    screenshot: "only-on-failure",
    trace: "on-first-retry",
  },
  projects: [
    { name: "sqlite", use: { database: "sqlite" } },
    { name: "postgresql", testMatch: storeSpecs, use: { database: "postgresql" } },
  ],
});
