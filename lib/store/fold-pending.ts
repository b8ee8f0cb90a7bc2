import "server-only";
import { isFaultOfData } from "./failure";
import { foldEvents } from "./fold-events";
import type { PrismaTransaction, Store } from "./open-store";
import { forgetPending, readPending } from "./pending-events";
import { writeTransaction } from "./write-transaction";
import { allocateIds, type IdStarts, markFolded } from "./writer-clock";

/**
 * Folds all that is in the log and in no conversation's state yet, whoever stored it. A conversation whose new state the
 * database refuses keeps its old one, and holds no other up: what is wrong with it is shown, and a rebuild tries it again.
 *
 * @throws what the database throws while it is locked, full or gone: the events stay pending
 */
export async function foldPending(store: Store): Promise<void> {
  try {
    await writeTransaction(store, async (transaction) => {
      await foldPendingWithin(transaction, store, await allocateIds(transaction));
    });
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    await foldOneByOne(store);
  }
  forgetPending(store);
}

/** The same within a transaction that has taken the clock. */
export async function foldPendingWithin(
  transaction: PrismaTransaction,
  store: Store,
  clock: Pick<IdStarts, "folded" | "event">,
): Promise<void> {
  if (clock.folded >= clock.event) return;
  const { events, conversations } = await readPending(transaction, store, clock);
  await foldEvents(transaction, store.dialect, conversations, events);
  await markFolded(transaction, store.dialect, clock.event);
}

async function foldOneByOne(store: Store): Promise<void> {
  const { clock, pending } = await writeTransaction(store, async (transaction) => {
    const taken = await allocateIds(transaction);
    return { clock: taken, pending: await readPending(transaction, store, taken) };
  });
  for (const [key, found] of pending.conversations) {
    const own = pending.events.filter(({ conversationKey }) => conversationKey === key);
    try {
      await writeTransaction(store, async (transaction) => {
        await allocateIds(transaction);
        await foldEvents(transaction, store.dialect, new Map([[key, found]]), own);
      });
    } catch (error) {
      if (!isFaultOfData(error)) throw error;
      console.error(`The new state of conversation ${key} could not be stored; npm run rebuild tries again.`, error);
    }
  }
  await writeTransaction(store, async (transaction) => {
    const { folded } = await allocateIds(transaction);
    if (folded < clock.event) await markFolded(transaction, store.dialect, clock.event);
  });
}
