// Plain JavaScript without dependencies: it runs on a fresh clone, before anything is installed, with Node 20 or later.
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { endWithNpm } from "../process/end-with-npm.mjs";
import { bin, childEnvironment, root, runChild } from "../process/run-child.mjs";
import { requireRegistry } from "./require-registry.mjs";

export { childEnvironment, root };

/**
 * Installs missing packages, generates the Prisma clients if their models changed, and continues with the pinned Node 24: the
 * calling script is run again with it, and this process exits with its exit code. Fast if there is nothing to do. `runtimeOnly`:
 * a container image neither contains nor needs the packages for building and testing.
 */
export async function prepare({ runtimeOnly = false } = {}) {
  endWithNpm();
  await installPackages(runtimeOnly);
  await generateClients();
  await continueUnderPinnedNode();
}

async function installPackages(runtimeOnly) {
  const { packages } = readJson("package-lock.json");
  const { dependencies, devDependencies } = packages[""];
  const isInstalled = (name) =>
    readJson(`node_modules/${name}/package.json`)?.version === packages[`node_modules/${name}`].version;
  if (Object.keys({ ...dependencies, ...(runtimeOnly ? {} : devDependencies) }).every(isInstalled)) return;
  await requireRegistry();
  step("Installing packages (about a minute)");
  const quietly = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code } = await runChild("npm", ["ci", ...quietly]);
  if (code === 0) return;
  if (code > 128) process.exit(code);
  // `npm ci` fails if a registry lacks some platform's binaries; `npm install` skips them.
  await run("npm", ["install", "--no-save", ...quietly]);
}

function readJson(file) {
  const location = path.join(root, file);
  return existsSync(location) ? JSON.parse(readFileSync(location, "utf8")) : null;
}

async function generateClients() {
  const models = statSync(path.join(root, "prisma", "models.prisma")).mtimeMs;
  const missing = ["sqlite", "postgresql"].filter((name) => {
    const client = path.join(root, "prisma", "generated", name, "client.ts");
    return !existsSync(client) || statSync(client).mtimeMs < models;
  });
  if (missing.length === 0) return;
  step("Generating the database clients");
  for (const name of missing) await run("prisma", ["generate", "--schema", `prisma/${name}`], "all");
}

async function continueUnderPinnedNode() {
  const pinned = path.join(bin, "node");
  if (Number(process.versions.node.split(".")[0]) >= 24 || !existsSync(pinned)) return;
  const command = [process.argv[1] ?? "", ...process.argv.slice(2)];
  process.exit((await runChild(pinned, command, { cwd: process.cwd() })).code);
}

export function step(text) {
  if (isJsonLog()) return console.log(jsonLine("info", text));
  console.log(process.stdout.isTTY ? `\u001b[2m›\u001b[0m ${text}` : `› ${text}`);
}

/** Prints why it cannot continue. */
export function complain(text) {
  console.error(isJsonLog() ? jsonLine("error", text) : text);
}

/** Same as in lib/log/log.ts, which depends on packages that are installed here first. */
function isJsonLog() {
  return process.env.LOG_FORMAT?.trim() === "json";
}

function jsonLine(level, msg) {
  return JSON.stringify({ level, time: new Date().toISOString(), msg });
}

async function run(command, args, output = "inherit") {
  const { code, kept } = await runChild(command, args, { output });
  if (code === 0) return;
  if (kept !== "") console.error(kept);
  console.error(`${command} ${args.join(" ")} failed`);
  process.exit(code);
}
