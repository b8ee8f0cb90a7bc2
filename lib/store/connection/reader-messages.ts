import type { Error as DriverError, SqlQuery, SqlResultSet } from "@prisma/driver-adapter-utils";

/** What a reader's thread is told: the file to open, once, then one query after the other. */
export type ToReader = { kind: "open"; path: string } | { kind: "query"; query: SqlQuery };

/** What it says: that it is ready, then an answer to each query. */
export type FromReader =
  | { kind: "ready" }
  | { kind: "rows"; result: SqlResultSet }
  /** What the driver says of the query; null where the failure is none of the driver's. */
  | { kind: "error"; cause: DriverError | null; message: string };
