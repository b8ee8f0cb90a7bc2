import "server-only";
import type { PrismaTransaction, Store } from "@/lib/store/connection/open-store";
import { withinBytes } from "@/lib/store/connection/within-bytes";
import { toLoggedEvent } from "@/lib/store/log/logged-event";
import { type RebuildRun, rebuiltBy } from "./rebuild-run";

/** Applies the next events of the log again. Returns the last event's id; null at the end of the log. */
export async function applyEvents(
  transaction: PrismaTransaction,
  store: Store,
  run: RebuildRun,
  most: number,
): Promise<bigint | null> {
  const after = { id: { gt: BigInt(run.position) } };
  const next = await transaction.event.findMany({
    where: after,
    orderBy: { id: "asc" },
    take: most,
    select: { id: true },
  });
  const ids = await withinBytes(
    transaction,
    next.map(({ id }) => id),
  );
  const rows = await transaction.event.findMany({ where: after, orderBy: { id: "asc" }, take: ids.length });
  const events = rows.map((row) => toLoggedEvent({ ...row, key: null }));
  const { appliedUpTo, report } = run;
  const rebuild = { rows: new Map(rows.map((row) => [row.id, row])), appliedUpTo, report };
  for (const projection of rebuiltBy(run)) {
    await projection.apply({ transaction, store, events, changes: [], rebuild });
  }
  return next.length < most && rows.length === next.length ? null : (rows.at(-1)?.id ?? null);
}
