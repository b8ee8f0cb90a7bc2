import "server-only";
import { z } from "zod";
import type { ReadingClient } from "@/lib/store/connection/open-store";
import type { Queries } from "@/lib/store/connection/statements";

/** Where the kept entries of each log begin: the last entry before them. */
export type ChainStarts = Record<string, { id: string; hash: string }>;

const starts = z.record(z.string(), z.object({ id: z.string(), hash: z.string() }));
const recorded = z.looseObject({ starts });

/** The current starts, to be recorded in the audit log with every deletion of the oldest entries. */
export async function readChainStarts(queries: Queries): Promise<ChainStarts> {
  const rows = await queries.$queryRaw<{ log: string; startId: bigint; startHash: string }[]>`
    SELECT "log", "startId", "startHash" FROM "AuditChain"`;
  return Object.fromEntries(rows.map(({ log, startId, startHash }) => [log, { id: String(startId), hash: startHash }]));
}

/** Whether the latest deletion of old entries left this start: otherwise, somebody has cut the log off. */
export async function isRecordedStart(
  reader: Pick<ReadingClient, "auditEntry">,
  { log, startId, startHash }: { log: string; startId: bigint; startHash: string },
): Promise<boolean> {
  if (startId === 0n) return startHash === "";
  const entries = await reader.auditEntry.findMany({
    where: { log: "audit", action: "retention.run" },
    orderBy: { id: "desc" },
    select: { detail: true },
  });
  for (const { detail } of entries) {
    const read = recorded.safeParse(parse(detail));
    if (!read.success) continue;
    const start = read.data.starts[log];
    return start?.id === String(startId) && start.hash === startHash;
  }
  return false;
}

function parse(json: string | null): unknown {
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}
