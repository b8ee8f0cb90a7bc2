import "server-only";
import { setImmediate as turn } from "node:timers/promises";
import type { AuditLog } from "@/lib/access/audit-actions";
import type { Store } from "@/lib/store/connection/open-store";
import { isRecordedStart } from "./chain-starts";
import { isIntact } from "./entry-hash";

const perBatch = 500;

export interface ChainReport {
  /** How many entries were checked. */
  checked: number;
  /** The first entry that was changed, removed or inserted; null if there is none. */
  firstBroken: bigint | null;
  /** The hash of the last entry. */
  hash: string;
}

interface Chain {
  log: string;
  lastId: bigint;
  hash: string;
  startId: bigint;
  startHash: string;
  key: string;
}

/** Checks every entry of a log up to its end when this was called, in batches, so that other work is not delayed. */
export async function verifyChain(store: Store, log: AuditLog): Promise<ChainReport> {
  for (;;) {
    const chain = await store.reader.auditChain.findUnique({ where: { log } });
    if (chain === null) return { checked: 0, firstBroken: 1n, hash: "" };
    const report = await verifyEntries(store, log, chain);
    if (report.firstBroken === null) return report;
    // Old entries may have expired meanwhile.
    const current = await store.reader.auditChain.findUnique({ where: { log } });
    if (current?.startId === chain.startId) return report;
  }
}

async function verifyEntries({ reader }: Store, log: AuditLog, chain: Chain): Promise<ChainReport> {
  if (!(await isRecordedStart(reader, chain))) return { checked: 0, firstBroken: 1n, hash: "" };
  let previous = chain.startHash;
  let last = chain.startId;
  let checked = 0;
  while (last < chain.lastId) {
    const rows = await reader.auditEntry.findMany({
      where: { log, id: { gt: last, lte: chain.lastId } },
      orderBy: { id: "asc" },
      take: perBatch,
    });
    if (rows.length === 0) break;
    for (const row of rows) {
      if (row.id !== last + 1n || !isIntact(chain.key, previous, row)) {
        return { checked, firstBroken: last + 1n, hash: previous };
      }
      previous = row.hash;
      last = row.id;
      checked += 1;
    }
    await turn();
  }
  const isWhole = last === chain.lastId && previous === chain.hash;
  return { checked, firstBroken: isWhole ? null : last === chain.lastId ? last : last + 1n, hash: previous };
}
