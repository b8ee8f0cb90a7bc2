import type { Database } from "@/lib/env/database-url";

// The two sides run different versions during an upgrade: only add to these messages.

/** Set for a process that is started to take over from another one: whether it upgrades the database first. */
export const takeOverVariable = "PLAYHEAD_TAKES_OVER";

/** The request of `npm run restart` to the running door: a line of JSON. */
export interface RestartOrder {
  /** A program and its arguments: the door of the new version. */
  command: string[];
  cwd: string;
  env: Record<string, string>;
  /** Its listening address and database, which must be equal to those of the running door. */
  host: string;
  database: string;
  /** Whether the new version has migrations that the database lacks. */
  upgrades: boolean;
}

/** The response of the running door: lines of JSON, of which the last is not `told`. */
export type RestartAnswer =
  | { kind: "told"; text: string }
  | { kind: "done"; pid: number; oldPid: number }
  | { kind: "failed"; reason: string };

/** Messages from the new version to the running one, in this order. `failed` is the last one. */
export type FromSuccessor =
  /** It is ready to take over. */
  | { kind: "prepared" }
  /** The log is open: it can store deliveries. */
  | { kind: "ready" }
  /** It listens on the port. */
  | { kind: "listening" }
  | { kind: "failed"; reason: string };

/** Messages from the running version to the new one, in this order. */
export type ToSuccessor =
  /** No process writes to the log. */
  | { kind: "released" }
  /** Sent with the listening server's handle. */
  | { kind: "port" }
  /** The new version handles restarts now. */
  | { kind: "over" };

/** Identifies a database, without parameters that may change between starts. */
export function nameOf(database: Database): string {
  if (database.dialect === "sqlite") return database.path;
  return database.url.replace(/^\w+:\/\/([^/@]*@)?/, "postgresql://").replace(/\?.*$/, "");
}
