import { dirname, join, relative, resolve } from "node:path";
import type { Database } from "@/lib/env/database-url";

/** Files of the running door: next to a SQLite database, else in the project's folder `data`. */
export interface RunFiles {
  /** The socket for restart orders. Only its owner can connect. */
  socket: string;
  /** Its process id, for systemd and people. */
  pid: string;
}

export function runFiles(database: Database, port: number): RunFiles {
  const folder = database.dialect === "sqlite" ? dirname(database.path) : resolve("data");
  const name = join(folder, `playhead-${port}`);
  return { socket: shorter(`${name}.sock`), pid: `${name}.pid` };
}

/** The path of a socket is limited to about a hundred bytes. */
function shorter(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.length < path.length ? fromHere : path;
}
