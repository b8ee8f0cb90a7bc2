// Finds the Chromium for browser tests and screenshots. Plain JavaScript, since `npm test` needs it before anything is built.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { childEnvironment, root, step } from "./prepare.mjs";

/**
 * The address bar's suggestions are a page of their own in each window, and take as much processor time as the page under test.
 * The others are what Playwright disables: only the last `--disable-features` counts.
 */
const disabledFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** Chromium in a container: no user namespaces, no GPU, and no background requests that a test could mistake for the page's. */
export const chromiumFlags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  `--disable-features=${disabledFeatures.join(",")}`,
];

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/lib/chromium/chromium",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium that starts, or `null`. Tries `$CHROMIUM_PATH`, then the system's, then Playwright's. */
export async function findChromium() {
  const candidates = [process.env.CHROMIUM_PATH, process.env.CHROME_PATH, ...usualPlaces, await playwrightsOwn()];
  return candidates.find((candidate) => candidate && existsSync(candidate) && starts(candidate)) ?? null;
}

/** As `findChromium`, but installs one if there is none: Playwright's download, otherwise from the system's package manager. */
export async function bringChromium() {
  const found = await findChromium();
  if (found !== null) return found;
  step("Installing Chromium for the browser tests");
  run(path.join(root, "node_modules", ".bin", "playwright"), ["install", "chromium"]);
  const own = await findChromium();
  if (own !== null) return own;
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const args of [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ]) {
    const [command = "", ...rest] = [...sudo, ...args];
    run(command, rest);
  }
  return findChromium();
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import("@playwright/test");
    return chromium.executablePath();
  } catch {
    return null;
  }
}

function starts(executable) {
  return spawnSync(executable, ["--version", "--no-sandbox"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}

function run(command, args) {
  spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    timeout: 300_000,
    env: childEnvironment({ DEBIAN_FRONTEND: "noninteractive" }),
  });
}
