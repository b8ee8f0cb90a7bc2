// `npm run image -- FOLDER`: copies the files of the container image to a folder: the pages as traced by Next.js, the door and
// the commands as bundles, and the migrations. Anything not needed for serving is omitted. docs/decisions/0039-the-image.md
import "./check-node.mjs";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildFolder, doorFolder, pagesServer } from "../process/production-command.mjs";
import { build } from "./build.mjs";
import { bundlePrograms } from "./bundle-programs.mjs";
import { prepare, root, step } from "./prepare.mjs";

const commands = ["backup", "import", "migrate", "rebuild", "restore", "user", "verify"];

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Name the folder: npm run image -- FOLDER");
  process.exit(2);
}
const target = path.resolve(process.env.INIT_CWD ?? process.cwd(), folder);
if (existsSync(target) && readdirSync(target).length > 0) {
  console.error(`${target} is not empty.`);
  process.exit(1);
}
await prepare();
await build();
step("Putting the image's files together");
copyPages();
copyFile("deploy/healthcheck.sh");
copyFile("LICENSE");
writePackage();
await bundlePrograms({
  programs: ["lib/cli/serve.mjs", "lib/door/main.ts", "lib/door/run-log-thread.ts", ...commands.map(sourceOf)],
  outdir: path.join(target, doorFolder),
  isSelfContained: true,
});

function sourceOf(command) {
  return `lib/cli/${command}.ts`;
}

/** The files traced by Next.js, and static files, which it leaves to a web server. */
function copyPages() {
  const traced = path.join(root, buildFolder, "standalone");
  cpSync(traced, target, { recursive: true, verbatimSymlinks: true, filter: isProgram });
  const assets = { recursive: true, filter: isProgram };
  cpSync(path.join(root, buildFolder, "static"), path.join(target, buildFolder, "static"), assets);
  cpSync(path.join(root, "public"), path.join(target, "public"), { recursive: true });
  // The image contains the same files for all processors.
  const binaries = "node_modules/better-sqlite3/prebuilds";
  rmSync(path.join(target, binaries), { recursive: true });
  for (const processor of ["x64", "arm64"]) copyFile(`${binaries}/linux-${processor}.node`);
  takeAnyPort(path.join(target, pagesServer));
}

/** Sources are included if a program refers to them by URL. */
function isProgram(file) {
  return !/\.(ts|map)$/.test(file);
}

function copyFile(file) {
  const to = path.join(target, file);
  mkdirSync(path.dirname(to), { recursive: true });
  cpSync(path.join(root, file), to);
  chmodSync(to, 0o644);
}

/** Next's server treats PORT=0, which the door sets to get a free port, as unset. */
function takeAnyPort(file) {
  const own = "parseInt(process.env.PORT, 10) || 3000";
  const parts = readFileSync(file, "utf8").split(own);
  if (parts.length !== 2) throw new Error(`${file} does not read PORT as expected.`);
  writeFileSync(file, parts.join("Number(process.env.PORT)"));
}

/** Commands are called as in a clone: `npm run backup`. */
function writePackage() {
  const { name, version, license, type } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const scripts = Object.fromEntries(commands.map((command) => [command, `node ${doorFolder}/${command}.mjs`]));
  writeFileSync(
    path.join(target, "package.json"),
    `${JSON.stringify({ name, version, license, private: true, type, scripts }, null, 2)}\n`,
  );
  // The image's file system may be read-only.
  writeFileSync(path.join(target, ".npmrc"), "logs-max=0\nupdate-notifier=false\n");
}
