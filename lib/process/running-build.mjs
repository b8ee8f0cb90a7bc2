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
/** Folders needed only for building, or for building an image. */
const aside = ["cache", "dev", "diagnostics", "standalone", "trace", "trace-build", "types"];

/**
 * Copies the build for a server to run from, so that the next build does not interfere: `next build` first empties its folder.
 * The files are hard links and use no space. Removes copies whose server has ended.
 *
 * @returns the copy's name in the project's folder; the build's own if no copy can be made, and in an image, where nothing is
 * built
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
 * Passes the path of the door's build to the pages, and keeps the copy.
 *
 * @param doorFolder the folder of the door's program
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
    // Some file systems do not support hard links.
    copyFileSync(source, target);
  }
}
