import { dirname, join, relative, resolve } from "node:path";
import type { Database } from "@/lib/env/database-url";

/** Where the running door is found: beside a SQLite database, else in the project's folder `data`. */
export interface RunFiles {
  /** The socket on which it takes orders. Only its owner can connect. */
  socket: string;
  /** Its process id, for systemd and people. */
  pid: string;
}

export function runFiles(database: Database, port: number): RunFiles {
  const folder = database.dialect === "sqlite" ? dirname(database.path) : resolve("data");
  const name = join(folder, `playhead-${port}`);
  return { socket: shorter(`${name}.sock`), pid: `${name}.pid` };
}

/** A socket's path may have about a hundred bytes. */
function shorter(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.length < path.length ? fromHere : path;
}
