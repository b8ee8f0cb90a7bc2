import "server-only";
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { log } from "@/lib/log/log";

const ownerOnly = 0o600;

/**
 * Makes sure that only the owner reads a SQLite database, which holds personal data and password hashes. A new file is created
 * so; SQLite gives its -wal and -shm files the same mode. The mode of older files is tightened, and that is logged.
 */
export function keepPrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, "a", ownerOnly));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) tighten(file);
}

/** Takes the rights of everybody but the owner away from a file that exists. */
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
