// What `npm run mutants` (lib/cli/mutants.mjs) gives Stryker beside the room's files; docs/mutants.md says what came of it.

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner", import.meta.resolve("./lib/testing/ignore-prose.mjs")],
  ignorers: ["prose"],
  vitest: { configFile: "vitest.mutants.config.mjs" },
  coverageAnalysis: "perTest",
  concurrency: 2,
  timeoutMS: 2000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ["progress-append-only", "html", "json"],
  ignorePatterns: [
    ".next",
    ".next-running-*",
    "app",
    "bench",
    "data",
    "docs",
    "e2e",
    "playwright-report",
    "test-results",
  ],
};
