// Plain JavaScript without dependencies: it runs on a fresh clone, before anything is installed, on whatever Node there is.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const bin = path.join(root, "node_modules", ".bin");

/** The environment of a child process: the pinned Node and the project's tools come first on its path. */
export function childEnvironment(extra = {}) {
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ""}`, ...extra };
}

/**
 * Installs what is missing, generates the Prisma clients when their models changed, and goes on under the pinned Node 24:
 * the calling script runs again there, and this process ends with its exit code. Quick when there is nothing to do.
 * `runtimeOnly`: a container's image has no packages that only building and testing need, and needs none.
 */
export function prepare({ runtimeOnly = false } = {}) {
  installPackages(runtimeOnly);
  generateClients();
  continueUnderPinnedNode();
}

function installPackages(runtimeOnly) {
  const { packages } = readJson("package-lock.json");
  const { dependencies, devDependencies } = packages[""];
  const isInstalled = (name) =>
    readJson(`node_modules/${name}/package.json`)?.version === packages[`node_modules/${name}`].version;
  if (Object.keys({ ...dependencies, ...(runtimeOnly ? {} : devDependencies) }).every(isInstalled)) return;
  step("Installing packages (about a minute)");
  const quietly = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  // A registry that lacks some platform's binaries makes `npm ci` refuse; `npm install` passes over them.
  if (!tries("npm", ["ci", ...quietly])) run("npm", ["install", "--no-save", ...quietly]);
}

function readJson(file) {
  const location = path.join(root, file);
  return existsSync(location) ? JSON.parse(readFileSync(location, "utf8")) : null;
}

function generateClients() {
  const models = statSync(path.join(root, "prisma", "models.prisma")).mtimeMs;
  const missing = ["sqlite", "postgresql"].filter((name) => {
    const client = path.join(root, "prisma", "generated", name, "client.ts");
    return !existsSync(client) || statSync(client).mtimeMs < models;
  });
  if (missing.length === 0) return;
  step("Generating the database clients");
  for (const name of missing) run("prisma", ["generate", "--schema", `prisma/${name}`], { quiet: true });
}

function continueUnderPinnedNode() {
  const pinned = path.join(bin, "node");
  if (Number(process.versions.node.split(".")[0]) >= 24 || !existsSync(pinned)) return;
  const script = process.argv[1] ?? "";
  const child = spawnSync(pinned, [script, ...process.argv.slice(2)], { stdio: "inherit", env: childEnvironment() });
  process.exit(child.status ?? 1);
}

export function step(text) {
  console.log(`\u001b[2m›\u001b[0m ${text}`);
}

function tries(command, args) {
  const child = spawnSync(command, args, spawnOptions("inherit"));
  return child.status === 0;
}

function run(command, args, { quiet = false } = {}) {
  const child = spawnSync(command, args, spawnOptions(quiet ? ["ignore", "pipe", "pipe"] : "inherit"));
  if (child.status === 0) return;
  if (quiet) console.error(`${child.stdout ?? ""}${child.stderr ?? ""}`);
  console.error(`${command} ${args.join(" ")} failed${child.error ? `: ${child.error.message}` : ""}`);
  process.exit(child.status ?? 1);
}

function spawnOptions(stdio) {
  return { cwd: root, stdio, env: childEnvironment(), encoding: "utf8", shell: process.platform === "win32" };
}
