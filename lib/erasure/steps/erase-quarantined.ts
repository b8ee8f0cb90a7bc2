import "server-only";
import type { Statements } from "@/lib/store/connection/statements";
import {
  deleteBody,
  eraseQuarantined,
  findQuarantined,
  forgetReason,
  readBodies,
  readQuarantinedOf,
  writeBody,
} from "@/lib/store/erasure/erase-deliveries";
import { addTombstones, digestOf, readErasureKey, withTombstones } from "@/lib/store/erasure/tombstones";
import { allocateIds } from "@/lib/store/log/writer-clock";
import type { ErasureCounts } from "../erasure-progress";
import { type Cutter, cutterOf, mentionsOf, rewriteOf } from "./belongings";
import { isPartial } from "./erase-again-partly";
import { advance, begin, type ErasureStep } from "./erasure-step";

const deliveriesAtOnce = 10;

/** Finds what is in quarantine and mentions the subject. */
export async function findInQuarantine(step: ErasureStep): Promise<void> {
  const pending = await findQuarantined(step.job.store, mentionsOf(step));
  await advance(step, async () => ({ ...begin("deliveries"), pending }));
}

/** Erases it from the next deliveries. */
export function eraseQuarantine(step: ErasureStep): Promise<void> {
  const { pending } = step.progress;
  return advance(step, async (transaction) => {
    if (pending.length === 0) return begin("traces");
    await allocateIds(transaction);
    const cut = cutterOf(step, await rewriteOf(transaction, step));
    const mentions = mentionsOf(step);
    let { counts } = step.progress;
    for (const id of pending.slice(0, deliveriesAtOnce)) {
      counts = await eraseDelivery(transaction, step, { id, cut, mentions, counts });
    }
    return { counts, pending: pending.slice(deliveriesAtOnce) };
  });
}

async function eraseDelivery(
  transaction: Statements,
  step: ErasureStep,
  { id, cut, mentions, counts }: { id: bigint; cut: Cutter; mentions: readonly string[]; counts: ErasureCounts },
): Promise<ErasureCounts> {
  const { dialect } = step.job.store;
  const changed = { ...counts };
  const quarantined = await readQuarantinedOf(transaction, id);
  const mentioning = quarantined.filter(({ raw }) => mentions.some((text) => raw.includes(text)));
  const bodies = await readBodies(transaction, dialect, [id]);
  const own = isPartial(step.progress)
    ? await withTombstones(transaction, dialect, mentioning, { kind: "quarantined", of: ({ raw }) => raw })
    : mentioning;
  if (isPartial(step.progress) && own.length === 0 && !(await isRefused(transaction, step, bodies))) return counts;
  await eraseQuarantined(transaction, dialect, {
    ...{ deliveryId: id, ids: own.map((row) => row.id) },
    isDeleted: step.mode === "whole",
  });
  changed.quarantined += own.length;
  const refused: (string | Uint8Array)[] = own.map(({ raw }) => raw);
  await forgetReason(transaction, id);
  for (const { bytes } of bodies) {
    const result = cut(bytes);
    const left = Buffer.from(result.kind === "cut" ? result.bytes : bytes);
    // The key of a conversation remains in skeletons.
    const isClean = step.mode === "content" && result.kind === "cut";
    if (result.kind === "cut" && (isClean || !mentions.some((text) => left.includes(text)))) {
      await writeBody(transaction, { id, bytes: result.bytes });
      changed.bodiesCut += 1;
    } else {
      await deleteBody(transaction, id, step.job.at);
      changed.bodiesDeleted += 1;
      refused.push(bytes);
    }
  }
  await refuseAgain(transaction, step, refused);
  return changed;
}

/** Whether a body was deleted the first time. */
async function isRefused(
  transaction: Statements,
  { job }: ErasureStep,
  bodies: readonly { bytes: Uint8Array }[],
): Promise<boolean> {
  const kind = "quarantined" as const;
  const found = await withTombstones(transaction, job.store.dialect, bodies, { kind, of: ({ bytes }) => bytes });
  return found.length > 0;
}

/** Leaves tombstones of what was deleted as it was sent. */
async function refuseAgain(
  transaction: Statements,
  { job }: ErasureStep,
  texts: readonly (string | Uint8Array)[],
): Promise<void> {
  const key = await readErasureKey(transaction);
  const digests = texts.map((text) => digestOf(key, "quarantined", text));
  await addTombstones(
    transaction,
    job.store.dialect,
    [...new Map(digests.map((digest) => [digest.toString("hex"), digest])).values()].map((digest) => ({
      kind: "event" as const,
      erasureId: job.key,
      digest,
    })),
  );
}
