import "server-only";
import { unknownEnvelopeFields } from "@/lib/events/known-fields";
import { parseRaw } from "@/lib/events/parse-json";
import type { PrismaTransaction, Store } from "../open-store";
import { toEvent } from "../read-log";
import { type RebuildRun, rebuiltBy } from "./rebuild-run";

/** Applies the next events of the log again. Returns the last one's id; null when it reached the end of the log. */
export async function applyEvents(
  transaction: PrismaTransaction,
  store: Store,
  run: RebuildRun,
  most: number,
): Promise<bigint | null> {
  const rows = await transaction.event.findMany({
    where: { id: { gt: BigInt(run.position) } },
    orderBy: { id: "asc" },
    take: most,
  });
  const events = rows.map((row) => {
    const event = toEvent(row);
    const conversationKey = event.envelope.conversation.key;
    const newFields = unknownEnvelopeFields(parseRaw(row.raw));
    return { ...row, event, conversationKey, deliveryPlace: 0, newFields };
  });
  const { appliedUpTo, report } = run;
  const rebuild = { rows: new Map(rows.map((row) => [row.id, row])), appliedUpTo, report };
  for (const projection of rebuiltBy(run)) {
    await projection.apply({ transaction, store, events, changes: [], rebuild });
  }
  return rows.length < most ? null : (rows.at(-1)?.id ?? null);
}
