// `npm test`: installs what is missing, then runs lint, types, unit and store tests, the production build, the short torture test
// of ingestion, and browser tests. `npm run test:torture` (--torture): only the full torture test. `npm run check` (--check):
// lint, types and tests without a database.
import "./check-node.mjs";
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { bringChromium } from "./find-chromium.mjs";
import { childEnvironment, prepare, root, step } from "./prepare.mjs";

await prepare();

const reports = path.join(root, "test-results");
const results = [];
const isTortureAlone = process.argv.includes("--torture");
const isInstallAlone = process.argv.includes("--install");
const isCheck = process.argv.includes("--check");
const isAll = !isTortureAlone && !isInstallAlone && !isCheck;

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const chromium = isAll ? await bringChromium() : null;
const postgres = isCheck ? null : await startPostgres();
const environment = {
  ...(postgres ? { TEST_POSTGRES_URL: postgres.url } : {}),
  ...(chromium ? { CHROMIUM_PATH: chromium } : {}),
  NEXT_TELEMETRY_DISABLED: "1",
};
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    postgres?.stop();
    process.exit(130);
  });
}

/** A time zone with a quarter-hour offset: code that assumes UTC fails. */
const zone = { TZ: "Asia/Kathmandu" };

if (isAll || isCheck) {
  await check("Lint", "biome", ["check", "--diagnostic-level=error", "."]);
  await check("Route types", "next", ["typegen"]);
  await check("Types", "tsc", ["--noEmit"]);
}
if (isCheck) await units("Pure unit tests", "pure", ["pure"], zone);
if (isAll) await units("Unit and store tests", "units", ["pure", "server"], zone);
const built =
  isInstallAlone ||
  isCheck ||
  (await check("Production build", process.execPath, ["lib/cli/start.mjs", "--build-only"]));
if (built && (isAll || isTortureAlone)) await torture();
if (built && (isAll || isInstallAlone)) await installation();
if (built && isAll) await browser();

await postgres?.stop();
summarise();

/** A step without its own report: it passes or fails. */
async function check(title, command, args, extra = {}) {
  const { code, seconds } = await run(title, command, args, extra);
  results.push({ title, seconds, passed: 0, failed: code === 0 ? 0 : 1 });
  return code === 0;
}

/** Depends on timing and kills servers, so it runs alone. */
async function torture() {
  const title = isTortureAlone ? "Torture of ingestion" : "Torture, short form";
  await units(title, "torture", ["torture"], isTortureAlone ? { TORTURE: "full" } : {});
}

/** Tests of installing and starting clones, if npm's registry is reachable. */
async function installation() {
  const title = isInstallAlone ? "Installations" : "Installation on Node 20";
  await units(title, "installation", ["installation"], isInstallAlone ? { INSTALLATION: "full" } : {});
}

async function units(title, name, projects, extra) {
  const file = path.join(reports, `${name}.json`);
  const retriedFile = path.join(reports, `${name}-retried.json`);
  const chosen = projects.map((project) => `--project=${project}`);
  const reporters = ["default", "json", "./lib/testing/retried-tests.ts"].map((reporter) => `--reporter=${reporter}`);
  const args = ["run", ...chosen, ...reporters, `--outputFile.json=${file}`];
  const { code, seconds } = await run(title, "vitest", args, { ...extra, RETRIED_TESTS_FILE: retriedFile });
  const report = readReport(file);
  const broken = report?.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + (broken?.length ?? 0);
  results.push({
    title,
    seconds,
    passed: report?.numPassedTests ?? 0,
    failed: code === 0 ? failed : Math.max(failed, 1),
    failures: report?.testResults.flatMap((suite) => failuresOf(suite, broken.includes(suite))),
    retried: readReport(retriedFile) ?? [],
  });
}

/** A line for each failed test in a file: file, name and the first line of the error. */
function failuresOf({ name, message, assertionResults }, isBroken) {
  const file = path.relative(root, name);
  if (isBroken) return [`${file}: ${firstLine(message)}`];
  return assertionResults
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages }) => `${file} › ${fullName}: ${firstLine(failureMessages[0])}`);
}

function firstLine(text) {
  return (text ?? "").split("\n", 1)[0].slice(0, 300);
}

async function browser() {
  const title = "Browser tests";
  const { code, seconds } = await run(title, "playwright", ["test"]);
  const report = readReport(path.join(reports, "browser.json"));
  const { unexpected = 0, expected = 0, flaky = 0 } = report?.stats ?? {};
  results.push({
    title,
    seconds,
    passed: expected + flaky,
    failed: code === 0 ? unexpected : Math.max(unexpected, 1),
    failures: browserTests(report?.suites, "unexpected"),
    retried: browserTests(report?.suites, "flaky"),
  });
}

/** Playwright's tests with this status, one line each: browser project, file and name. */
function browserTests(suites = [], status) {
  return suites.flatMap((suite) => [
    ...browserTests(suite.suites, status),
    ...(suite.specs ?? []).flatMap(({ file, title, tests }) =>
      tests.filter((test) => test.status === status).map((test) => `${test.projectName}: ${file} › ${title}`),
    ),
  ]);
}

function run(title, command, args, extra = {}) {
  console.log(`\n\u001b[1m${title}\u001b[0m`);
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      env: childEnvironment({ ...environment, ...extra }),
    });
    child.on("error", (error) => {
      console.error(error.message);
      resolve({ code: 1, seconds: 0 });
    });
    child.on("exit", (code) => resolve({ code: code ?? 1, seconds: (performance.now() - startedAt) / 1000 }));
  });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** The Postgres in `TEST_POSTGRES_URL`, otherwise one that is stopped with this process. */
async function startPostgres() {
  if (process.env.TEST_POSTGRES_URL) return { url: process.env.TEST_POSTGRES_URL, stop: async () => {} };
  step("Starting a Postgres for the tests");
  const child = spawn("tsx", ["lib/testing/postgres/serve-postgres.ts"], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
    env: childEnvironment(),
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("postgresql://")) continue;
    return {
      url: line,
      stop: () => {
        child.stdin.end();
        return ended;
      },
    };
  }
  console.error("The tests' Postgres did not start; set TEST_POSTGRES_URL to use another.");
  process.exit(1);
}

function summarise() {
  console.log(`\n\u001b[1mSummary\u001b[0m`);
  for (const { title, seconds, passed, failed, failures = [], retried = [] } of results) {
    const counts = passed + failed > 0 ? `${passed} passed, ${failed} failed` : "";
    console.log(
      `${failed === 0 ? "✓" : "✗"} ${title.padEnd(26)} ${seconds.toFixed(1).padStart(6)} s  ${counts}`.trimEnd(),
    );
    for (const failure of failures) console.log(`    ${failure}`);
    for (const test of retried) console.log(`    passed only on a retry: ${test}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  if (!built) console.log("What needs the build did not run.");
  process.exitCode = sum("failed") > 0 ? 1 : 0;
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
}
