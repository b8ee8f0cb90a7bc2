import "server-only";
import { parentPort } from "node:worker_threads";
import { isDriverAdapterError } from "@prisma/driver-adapter-utils";
import type { FromReader, ToReader } from "./reader-messages";
import { SqliteConnection } from "./sqlite-connection";

// Entry point of a SqliteReaders thread: runs queries on its own connection.
let connection: SqliteConnection | null = null;

parentPort?.on("message", (message: ToReader) => {
  if (message.kind === "open") {
    connection = SqliteConnection.open(message.path, true);
    return tell({ kind: "ready" });
  }
  try {
    if (connection === null) throw new Error("No file is open.");
    tell({ kind: "rows", result: connection.query(message.query) });
  } catch (error) {
    const isDriverError = error instanceof Error && isDriverAdapterError(error);
    tell({ kind: "error", cause: isDriverError ? error.cause : null, message: String(error) });
  }
});

function tell(message: FromReader): void {
  parentPort?.postMessage(message);
}
