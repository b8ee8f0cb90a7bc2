import "server-only";
import { log } from "@/lib/log/log";
import { isFaultOfData } from "./failure";
import { foldEvents } from "./fold-events";
import type { PrismaTransaction, Store } from "./open-store";
import { forgetPending, type PendingConversation, type PendingEvents, readPending } from "./pending-events";
import { writeTransaction } from "./write-transaction";
import { allocateIds, type IdStarts, markFolded } from "./writer-clock";

/** Some ten milliseconds. */
const conversationsAtOnce = 16;

/**
 * Folds all that is in the log and in no conversation's state yet, whoever stored it. A conversation whose new row the database
 * refuses holds no other up: it keeps the old one, but for the state, which readers fold from the log until a rebuild does.
 *
 * @throws what the database throws while it is locked, full or gone: the events stay pending
 */
export async function foldPending(store: Store): Promise<void> {
  for await (const _ of foldPendingInSteps(store));
}

/**
 * The same in transactions of a few conversations, so that others have their turns between them. What is stored meanwhile is left
 * pending. Whoever stops in the middle, or is stopped, loses nothing: a conversation's `changeId` says what is in its state.
 */
export async function* foldPendingInSteps(store: Store): AsyncGenerator<void, void> {
  let rest: PendingEvents | null = null;
  while (true) {
    rest = await foldNext(store, rest);
    if (rest === null) return;
    yield;
  }
}

/** All at once within a transaction that has taken the clock. */
export async function foldPendingWithin(
  transaction: PrismaTransaction,
  store: Store,
  clock: Pick<IdStarts, "folded" | "event">,
): Promise<void> {
  if (clock.folded >= clock.event) return;
  const { conversations, upTo } = await readPending(transaction, store, clock);
  await foldAll(transaction, store, conversations);
  await markFolded(transaction, store.dialect, upTo);
}

/** Returns what is left of `known`, or at first of all that is pending; null when all of that is folded and noted so. */
async function foldNext(store: Store, known: PendingEvents | null): Promise<PendingEvents | null> {
  try {
    return await writeTransaction(store, async (transaction) => {
      const clock = await allocateIds(transaction);
      const pending = known ?? (await readPending(transaction, store, clock));
      const [now, rest] = split(pending);
      await foldAll(transaction, store, now);
      if (rest.conversations.length > 0) return rest;
      if (clock.folded < pending.upTo) await markFolded(transaction, store.dialect, pending.upTo);
      return null;
    });
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    const [now, rest] = split(known ?? (await takePending(store)));
    for (const conversation of now) await foldAlone(store, conversation);
    return rest;
  } finally {
    if (known === null) forgetPending(store);
  }
}

function split({ upTo, conversations }: PendingEvents): [PendingConversation[], PendingEvents] {
  const rest = { upTo, conversations: conversations.slice(conversationsAtOnce) };
  return [conversations.slice(0, conversationsAtOnce), rest];
}

function takePending(store: Store): Promise<PendingEvents> {
  return writeTransaction(store, async (transaction) =>
    readPending(transaction, store, await allocateIds(transaction)),
  );
}

async function foldAll(
  transaction: PrismaTransaction,
  store: Store,
  conversations: readonly PendingConversation[],
): Promise<void> {
  const found = new Map(conversations.map((conversation) => [conversation.key, conversation.found]));
  await foldEvents(
    transaction,
    store,
    found,
    conversations.flatMap(({ events }) => events),
  );
}

async function foldAlone(store: Store, conversation: PendingConversation): Promise<void> {
  const { key, found, events } = conversation;
  try {
    await writeTransaction(store, async (transaction) => {
      await allocateIds(transaction);
      await foldAll(transaction, store, [conversation]);
    });
  } catch (error) {
    if (!isFaultOfData(error)) throw error;
    log().error({ err: error }, `The new row of conversation ${key} is refused; npm run rebuild tries again`);
    await giveUpState(store, found.id, events.at(-1)?.id ?? 0n);
  }
}

/** What comes later must not be folded onto a state that lacks something. */
async function giveUpState(store: Store, id: bigint, changeId: bigint): Promise<void> {
  await writeTransaction(store, async (transaction) => {
    await allocateIds(transaction);
    await transaction.conversation.update({ where: { id }, data: { snapshot: "{}", changeId } });
  });
}
