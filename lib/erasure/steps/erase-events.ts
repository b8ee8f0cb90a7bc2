import "server-only";
import { hashOf } from "@/lib/ingest/body/read-delivery";
import { canonicalJson } from "@/lib/json/canonical-json";
import type { Statements } from "@/lib/store/connection/statements";
import { deleteRepeats, readRepeats } from "@/lib/store/erasure/erase-deliveries";
import {
  deleteEvents,
  type ErasableEvent,
  forgetEventReads,
  readErasable,
  rewriteEvents,
  withSecureSearch,
} from "@/lib/store/erasure/erase-events";
import { addErased } from "@/lib/store/erasure/erasures";
import { refoldConversation } from "@/lib/store/erasure/refold-conversation";
import {
  addTombstones,
  digestOf,
  readErasureKey,
  type Tombstone,
  withTombstones,
} from "@/lib/store/erasure/tombstones";
import { hashLength } from "@/lib/store/log/insert-events";
import { toLoggedEvent } from "@/lib/store/log/logged-event";
import { toEvent } from "@/lib/store/log/read-log";
import { allocateIds } from "@/lib/store/log/writer-clock";
import { failedAfter } from "@/lib/store/projections/failed-projections";
import { waitForTurn } from "@/lib/store/projections/projector-turn";
import { uncountUnfamiliar } from "@/lib/store/projections/save-unfamiliar";
import { forgetMaskValues } from "@/lib/store/retention/mask-values";
import { addTexts } from "../person-texts";
import { cutBodies, type Rewrite, rewriteOf } from "./belongings";
import { isPartial } from "./erase-again-partly";
import { advance, begin, type ErasureStep, nextConversation } from "./erasure-step";

const deliveriesAtOnce = 20;

/** Erases the next events of a conversation, and cuts them out of their deliveries. */
export function eraseEvents(step: ErasureStep): Promise<void> {
  const { job, mode, only, progress } = step;
  const { dialect } = job.store;
  const conversation = progress.conversations[progress.place];
  return advance(step, async (transaction) => {
    if (conversation === undefined) return begin("duplicates");
    await waitForTurn(transaction, dialect);
    await allocateIds(transaction);
    const range = { conversationId: conversation.id, after: progress.after, upTo: progress.upTo, mode, only };
    const listed = await readErasable(transaction, range);
    const last = listed.at(-1);
    if (last === undefined) return nextConversation(progress, "duplicates");
    const events = isPartial(progress)
      ? await withTombstones(transaction, dialect, listed, { kind: "event", of: ({ hash }) => hash })
      : listed;
    const rewrite = await rewriteOf(transaction, step);
    const logged = events
      .filter(({ erasedAt }) => erasedAt === null)
      .map((row) => toLoggedEvent({ ...row, key: conversation.key, editedBy: null }));
    const lastCounted = (await failedAfter(transaction, conversation.id)) ?? progress.upTo;
    const counted = logged.filter(({ id }) => id <= lastCounted);
    // Masked events keep their fields.
    const isMasked = progress.masks !== null;
    if (!isMasked) await uncountUnfamiliar(transaction, job.store, counted);
    const ids = [...new Set(events.map(({ deliveryId }) => deliveryId))];
    const counts = await cutBodies(transaction, step, { ids, rewrite, counts: progress.counts });
    await withSecureSearch(transaction, dialect, () => eraseRows(transaction, step, { events, rewrite }));
    const eventIds = events.map(({ id }) => id);
    if (!isMasked) {
      await forgetEventReads(transaction, dialect, eventIds);
      await forgetMaskValues(transaction, conversation.id);
    }
    await addErased(transaction, job.key, events.length);
    return {
      after: last.id,
      texts: addTexts(
        progress.texts,
        logged.map(({ event }) => event),
      ),
      counts: { ...counts, events: counts.events + events.length },
    };
  });
}

async function eraseRows(
  transaction: Statements,
  { job, mode, progress }: ErasureStep,
  { events, rewrite }: { events: readonly ErasableEvent[]; rewrite: Rewrite },
): Promise<void> {
  const { dialect } = job.store;
  const key = await readErasureKey(transaction);
  // An event that is a skeleton already has its tombstones.
  const isMasked = progress.masks !== null;
  const read = events
    .filter(({ erasedAt }) => erasedAt === null)
    .map((event) => ({ ...event, left: mode === "whole" ? "" : rewrite(event.raw) }))
    .filter(({ raw, left }) => !isMasked || raw !== left);
  const own = read.map((event) => Buffer.from(event.hash));
  const hashes = mode === "whole" ? own : [...own, ...read.map(({ left }) => sentHash(left))];
  const tombstones = hashes.map(
    (hashed): Tombstone => ({
      kind: "event",
      erasureId: job.key,
      digest: digestOf(key, "event", hashed),
    }),
  );
  await addTombstones(transaction, dialect, [
    ...new Map(tombstones.map((row) => [row.digest.toString("hex"), row])).values(),
  ]);
  if (mode === "whole") return deleteEvents(transaction, dialect, events);
  const erasedAt = isMasked ? null : job.at;
  const rewritten = read.map(({ id, left, hash: before, receivedAt, deliveryId }) => {
    const event = toEvent({ id, receivedAt, deliveryId, raw: left, editedBy: null, erasedAt });
    return { id, raw: left, hash: digestOf(key, "event", Buffer.from(before)), event };
  });
  await rewriteEvents(transaction, dialect, { events: rewritten, at: erasedAt });
}

/** The hash that the rewritten event would be stored under if it was sent: from an export, or in a delivery that is reprocessed. */
function sentHash(raw: string): Buffer {
  return hashOf(canonicalJson(raw), 0).subarray(0, hashLength);
}

/** Cuts the events out of the next deliveries that repeated them. */
export function eraseDuplicates(step: ErasureStep): Promise<void> {
  const { mode, progress } = step;
  const conversation = progress.conversations[progress.place];
  return advance(step, async (transaction) => {
    if (conversation === undefined) return begin("fold");
    await allocateIds(transaction);
    const range = { conversationId: conversation.id, after: progress.after, limit: deliveriesAtOnce };
    const repeats = await readRepeats(transaction, range);
    const last = repeats.at(-1)?.deliveryId;
    if (last === undefined) return nextConversation(progress, "fold");
    const ids = repeats.map(({ deliveryId }) => deliveryId);
    const rewrite = await rewriteOf(transaction, step);
    const counts = await cutBodies(transaction, step, { ids, rewrite, counts: progress.counts });
    if (mode === "whole") await deleteRepeats(transaction, { conversationId: conversation.id, upTo: last });
    return { after: last, counts };
  });
}

/** Derives the next conversation again from what is left of its log. */
export function refold(step: ErasureStep): Promise<void> {
  const { job, progress } = step;
  const conversation = progress.conversations[progress.place];
  return advance(step, async (transaction) => {
    if (conversation === undefined) return begin("quarantine");
    await withSecureSearch(transaction, job.store.dialect, () =>
      refoldConversation(transaction, job.store, conversation),
    );
    const counts = { ...progress.counts, conversations: progress.counts.conversations + 1 };
    return { counts, ...nextConversation(progress, "quarantine") };
  });
}
