import type { Store } from "@/lib/store/connection/open-store";
import { writeTransaction } from "@/lib/store/connection/write-transaction";
import { addTombstones, digestOf, readErasureKey } from "@/lib/store/erasure/tombstones";
import { allocateIds } from "@/lib/store/log/writer-clock";

/** Deletes all events, or those with an id in `ids`, and leaves tombstones. */
export async function eraseEverything(store: Store, ids?: readonly bigint[]): Promise<void> {
  const where = ids === undefined ? {} : { id: { in: [...ids] } };
  const erased = await store.reader.event.findMany({ where, select: { hash: true } });
  await store.records.event.deleteMany({ where });
  await writeTransaction(store, async (transaction) => {
    await allocateIds(transaction);
    const key = await readErasureKey(transaction);
    const digests = erased.map(({ hash }) => digestOf(key, "event", hash));
    const rows = digests.map((digest) => ({ kind: "event" as const, erasureId: "test", digest }));
    await addTombstones(transaction, store.dialect, rows);
  });
}
