import "server-only";
import { stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import type { Store } from "@/lib/store/connection/open-store";
import { countUnprojected } from "@/lib/store/projections/unprojected";
import { countOpenDeliveries } from "@/lib/store/reads/delivery-activity";
import { lastBackupAt } from "./last-backup";

/** Gauges read from tables. Times are seconds since 1970. */
export interface TableGauges {
  lastDeliveryAt: number | null;
  openQuarantine: number;
  unprojectedEvents: number;
  lastBackupAt: number | null;
  databaseBytes: number;
}

/** Gauges of a SQLite database read from the file system, without a connection. */
export interface FileGauges {
  walBytes: number;
  freeBytes: number;
}

/** A part is null when it does not exist or cannot be read now. */
export interface StoreGauges {
  tables: TableGauges | null;
  files: FileGauges | null;
}

/** Reads the gauges that monitoring exposes. Never throws. */
export async function readGauges(store: Store): Promise<StoreGauges> {
  const { database } = store;
  const [tables, files] = await Promise.allSettled([
    readTables(store),
    database.dialect === "sqlite" ? readFiles(database.path) : null,
  ]);
  return {
    tables: tables.status === "fulfilled" ? tables.value : null,
    files: files.status === "fulfilled" ? files.value : null,
  };
}

async function readTables(store: Store): Promise<TableGauges> {
  const { reader } = store;
  const [delivery, unprojectedEvents, openQuarantine, backup, databaseBytes] = await Promise.all([
    reader.delivery.findFirst({ select: { receivedAt: true }, orderBy: { id: "desc" } }),
    countUnprojected(store),
    countOpenDeliveries(store),
    lastBackupAt(store),
    sizeOf(store),
  ]);
  return {
    lastDeliveryAt: delivery === null ? null : Number(delivery.receivedAt) / 1e6,
    unprojectedEvents,
    openQuarantine,
    lastBackupAt: backup,
    databaseBytes,
  };
}

async function sizeOf({ reader, database }: Store): Promise<number> {
  if (database.dialect === "sqlite") return (await stat(database.path)).size;
  const [row] = await reader.$queryRaw<{ bytes: bigint }[]>`SELECT pg_database_size(current_database()) AS "bytes"`;
  return Number(row?.bytes ?? 0);
}

async function readFiles(path: string): Promise<FileGauges> {
  const { bavail, bsize } = await statfs(dirname(path));
  const wal = await stat(`${path}-wal`).catch(() => null);
  return { walBytes: wal?.size ?? 0, freeBytes: bavail * bsize };
}
