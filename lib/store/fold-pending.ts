import "server-only";
import { isFaultOfData } from "./failure";
import { foldEvents } from "./fold-events";
import type { PrismaTransaction, Store } from "./open-store";
import { forgetPending, readPending } from "./pending-events";
import { writeTransaction } from "./write-transaction";
import { allocateIds, type IdStarts, markFolded } from "./writer-clock";

/**
 * Folds all that is in the log and in no conversation's state yet, whoever stored it. A conversation whose new row the database
 * refuses holds no other up: it keeps the old one, but for the state, which readers fold from the log until a rebuild does.
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
      const reason = error instanceof Error ? error.message : "";
      console.error(`The new row of conversation ${key} is refused; npm run rebuild tries again. ${reason}`);
      await giveUpState(store, found.id, own.at(-1)?.id ?? 0n);
    }
  }
  await writeTransaction(store, async (transaction) => {
    const { folded } = await allocateIds(transaction);
    if (folded < clock.event) await markFolded(transaction, store.dialect, clock.event);
  });
}

/** What comes later must not be folded onto a state that lacks something. */
async function giveUpState(store: Store, id: bigint, changeId: bigint): Promise<void> {
  await writeTransaction(store, async (transaction) => {
    await allocateIds(transaction);
    await transaction.conversation.update({ where: { id }, data: { snapshot: "{}", changeId } });
  });
}
