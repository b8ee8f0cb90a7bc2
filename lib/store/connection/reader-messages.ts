import type { Error as DriverError, SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";

/** Messages to a reader thread: the file to open, once, then one query at a time. */
export type ToReader = { kind: "open"; path: string } | { kind: "query"; query: SqlQuery };

/** Messages from a reader thread: ready, then one answer per query. */
export type FromReader =
  | { kind: "ready" }
  | { kind: "rows"; result: SqlResultSet }
  /** The driver's error; null if the failure is not the driver's. */
  | { kind: "error"; cause: DriverError | null; message: string };
