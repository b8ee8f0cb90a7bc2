import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { doorFolder } from "../process/production-command.mjs";
import { runChild } from "../process/run-child.mjs";
import { memoryWarning } from "./build-memory.mjs";
import { bundlePrograms } from "./bundle-programs.mjs";
import { complain, root, step } from "./prepare.mjs";

/** The exit code after SIGKILL. */
const killed = 137;

/** Contains the fingerprint of the sources that the build was made from. */
export const stamp = path.join(root, ".next", "playhead-sources");

const folders = ["app", "components", "lib", "prisma", "public"];
const files = [
  "next.config.js",
  "package.json",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "tsconfig.json",
];

/** Files that are not part of the build: changing them requires no new build. */
const aside = /\.test\.tsx?$|^lib\/(cli\/(?!migrate\.ts)|simulator\/|testing\/|samples\/)|^prisma\/generated\//;

/** Makes the production build unless it is up to date with the sources. Exits if it fails. */
export async function build() {
  refuseVercelWithoutPostgres();
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  step("Building (once for each version; a minute or two)");
  const next = path.join(root, "node_modules", "next", "dist", "bin", "next");
  const warning = memoryWarning();
  if (warning !== null) console.warn(warning);
  const variables = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code } = await runChild(process.execPath, [next, "build"], { variables });
  if (code !== 0) {
    if (code === killed) console.error("The system ended the build, probably because memory ran out.");
    process.exit(code);
  }
  const programs = ["lib/door/main.ts", "lib/door/run-log-thread.ts", "lib/cli/migrate.ts"];
  await bundlePrograms({ programs, outdir: doorFolder });
  writeFileSync(stamp, sources);
}

/** A function on Vercel has no persistent files: it would be built, but never start. */
function refuseVercelWithoutPostgres() {
  if (!process.env.VERCEL || /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? "")) return;
  complain(
    "DATABASE_URL must be a Postgres address on Vercel, where functions keep no files: set it in the project's settings, for the build too.",
  );
  process.exit(1);
}

/** A hash of the names and contents of all sources. */
export function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...folders.flatMap(sourcesUnder), ...files].sort()) {
    const location = path.join(root, file);
    if (existsSync(location)) hash.update(`\0${file}\0`).update(readFileSync(location));
  }
  return hash.digest("hex");
}

function sourcesUnder(folder) {
  const location = path.join(root, folder);
  if (!existsSync(location)) return [];
  return readdirSync(location, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .filter((file) => !aside.test(file));
}
