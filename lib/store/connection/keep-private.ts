import "server-only";
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { log } from "@/lib/log/log";

const ownerOnly = 0o600;

/**
 * Makes a SQLite database readable by its owner only, since it contains personal data and password hashes. A new file is
 * created with that mode, which SQLite copies to its -wal and -shm files. Older files are tightened, and that is logged.
 */
export function keepPrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  // Closing an existing file would release the locks that this process's connections have on it.
  if (!existsSync(path)) closeSync(openSync(path, "a", ownerOnly));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) tighten(file);
}

/** Removes group and other permissions from an existing file. */
export function tighten(file: string): void {
  if (process.platform === "win32" || !existsSync(file)) return;
  const mode = statSync(file).mode & 0o777;
  if ((mode & 0o077) === 0) return;
  try {
    chmodSync(file, mode & ownerOnly);
    log().warn(`${file} was readable by others (mode ${mode.toString(8)}); now only its owner can read it`);
  } catch {
    log().warn(`${file} is readable by others (mode ${mode.toString(8)}), and its mode could not be changed`);
  }
}
