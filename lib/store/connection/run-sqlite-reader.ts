import "server-only";
import { parentPort } from "node:worker_threads";
import { isDriverAdapterError, type SqlDriverAdapter } from "@prisma/driver-adapter-utils";
import type { FromReader, ToReader } from "./reader-messages";
import { connectToSqlite } from "./sqlite-connection";

// What a thread of SqliteReaders runs: queries on a connection of its own.
let connection: Promise<SqlDriverAdapter> | null = null;

parentPort?.on("message", async (message: ToReader) => {
  if (message.kind === "open") {
    connection = connectToSqlite(message.path);
    await connection;
    return tell({ kind: "ready" });
  }
  try {
    const adapter = await connection;
    if (adapter === null) throw new Error("No file is open.");
    tell({ kind: "rows", result: await adapter.queryRaw(message.query) });
  } catch (error) {
    const isDriverError = error instanceof Error && isDriverAdapterError(error);
    tell({ kind: "error", cause: isDriverError ? error.cause : null, message: String(error) });
  }
});

function tell(message: FromReader): void {
  parentPort?.postMessage(message);
}
