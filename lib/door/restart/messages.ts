import type { Database } from "@/lib/env/database-url";

// What the versions of two sides tell each other differs by one upgrade: add to these messages, and do not change them.

/** Set for a process that is started to take over from another one: whether it upgrades the database first. */
export const takeOverVariable = "PLAYHEAD_TAKES_OVER";

/** What `npm run restart` sends to the running door: a line of JSON. */
export interface RestartOrder {
  /** A program and its arguments: the door of the new version. */
  command: string[];
  cwd: string;
  env: Record<string, string>;
  /** The address that it will listen on, and its database: both have to be those of the running door. */
  host: string;
  database: string;
  /** Whether the new version has migrations that the database lacks. */
  upgrades: boolean;
}

/** What the running door answers: lines of JSON, of which the last is not `told`. */
export type RestartAnswer =
  | { kind: "told"; text: string }
  | { kind: "done"; pid: number; oldPid: number }
  | { kind: "failed"; reason: string };

/** What the new version tells the running one, in this order. `failed` ends it. */
export type FromSuccessor =
  /** It could take over now. */
  | { kind: "prepared" }
  /** The log is open: it can store deliveries. */
  | { kind: "ready" }
  /** It listens on the port. */
  | { kind: "listening" }
  | { kind: "failed"; reason: string };

/** What the running version tells the new one, in this order. */
export type ToSuccessor =
  /** Nobody writes to the log any more. */
  | { kind: "released" }
  /** Comes with the server that listens on the port. */
  | { kind: "port" }
  /** Restarts are yours from now on. */
  | { kind: "over" };

/** Names a database, without what may change from one start to the next. */
export function nameOf(database: Database): string {
  if (database.dialect === "sqlite") return database.path;
  return database.url.replace(/^\w+:\/\/([^/@]*@)?/, "postgresql://").replace(/\?.*$/, "");
}
