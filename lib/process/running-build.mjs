import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { buildFolder, buildVariable, isImage } from "./production-command.mjs";
import { root } from "./run-child.mjs";

const prefix = ".next-running-";
/** What only building needs, and what an image is made of. */
const aside = ["cache", "dev", "diagnostics", "standalone", "trace", "trace-build", "types"];

/**
 * Makes a copy of the build for a server to run from, so that the next build disturbs nothing: `next build` empties its folder first.
 * The files are hard links and take no room. Removes copies whose server has ended.
 *
 * @returns the copy's name in the project's folder; the build's own where no copy can be made, and in an image, where nothing is built
 */
export function copyBuild(project = root) {
  if (isImage(project)) return buildFolder;
  try {
    removeUnused(project);
    const name = `${prefix}${process.pid}-${Date.now()}`;
    copyFolder(path.join(project, buildFolder), path.join(project, name), aside);
    claim(path.join(project, name));
    return name;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS", "ENOSPC"].includes(error.code)) return buildFolder;
    throw error;
  }
}

/**
 * Tells the pages from which build the door runs, and keeps the copy.
 *
 * @param doorFolder where the door's program is
 */
export function keepBuild(doorFolder) {
  const folder = path.dirname(doorFolder);
  const name = path.basename(folder);
  process.env[buildVariable] = name;
  if (name.startsWith(prefix)) claim(folder);
}

function claim(folder) {
  writeFileSync(path.join(folder, "pid"), String(process.pid));
}

function removeUnused(project) {
  for (const name of readdirSync(project)) {
    if (!name.startsWith(prefix)) continue;
    const file = path.join(project, name, "pid");
    const pid = existsSync(file)
      ? Number(readFileSync(file, "utf8"))
      : Number(name.slice(prefix.length).split("-", 1)[0]);
    if (!isRunning(pid)) rmSync(path.join(project, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function copyFolder(from, to, without = []) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (without.includes(entry.name)) continue;
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else link(source, target);
  }
}

function link(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Some file systems have no hard links.
    copyFileSync(source, target);
  }
}
