import "server-only";
import { readEnvelope } from "@/lib/events/envelope";
import { type CutBody, cutEvents } from "@/lib/ingest/body/cut-events";
import { KnownValues } from "@/lib/masking/known-values";
import { maskRaw } from "@/lib/masking/mask-raw";
import type { Statements } from "@/lib/store/connection/statements";
import { deleteBody, readBodies, writeBody } from "@/lib/store/erasure/erase-deliveries";
import { readErasureKey } from "@/lib/store/erasure/tombstones";
import { readMaskValues } from "@/lib/store/retention/mask-values";
import { erasedVisitorKey } from "../erased-visitor-key";
import type { ErasureCounts } from "../erasure-progress";
import { jsonSpellings } from "../person-texts";
import { pseudonyms } from "../pseudonyms";
import { type Replacements, skeletonOf } from "../skeleton";
import type { ErasureStep } from "./erasure-step";

/** The shortest name or number that identifies a person in a text that cannot be read. */
const shortestKnown = 6;

/** Which texts mention the subject of an erasure: its keys, e-mail addresses and phone numbers. */
export function mentionsOf({ progress }: ErasureStep): string[] {
  const { visitorKey, known, conversations } = progress;
  // One conversation is erased: others of the same visitor have the same contact details.
  const person = visitorKey === null ? [] : [visitorKey, ...known.filter((text) => /[@\d]/.test(text))];
  const texts = [...person.filter(({ length }) => length >= shortestKnown), ...conversations.map(({ key }) => key)];
  return [...new Set(texts.flatMap(jsonSpellings))];
}

/** What takes the place of an event's source: its skeleton, or the event with data masked. Equal texts: it stays. */
export type Rewrite = (raw: string) => string;

export async function rewriteOf(transaction: Statements, { progress }: ErasureStep): Promise<Rewrite> {
  const { masks, wordKey, conversations } = progress;
  if (masks !== null) {
    const { list } = await readMaskValues(transaction, conversations[0]?.id ?? 0n);
    const known = new KnownValues(list);
    return (raw) => maskRaw(raw, masks.data, { known, settings: masks });
  }
  const key = await readErasureKey(transaction);
  const replace: Replacements = {
    visitorKey: (visitor) => erasedVisitorKey(key, visitor),
    texts: pseudonyms(Buffer.from(wordKey, "hex")),
  };
  return (raw) => skeletonOf(raw, replace);
}

/** Cuts the subject's events out of the bytes of a delivery, or rewrites them there. */
export type Cutter = (bytes: Uint8Array) => CutBody;

export function cutterOf(step: ErasureStep, rewrite: Rewrite): Cutter {
  const { conversations, visitorKey } = step.progress;
  const keys = new Set(conversations.map(({ key }) => key));
  const mentions = mentionsOf(step);
  return (bytes) =>
    cutEvents(bytes, ({ raw, value }) => {
      const reading = readEnvelope(value);
      const isOfSubject = reading.ok
        ? keys.has(reading.envelope.conversation.key) || reading.envelope.visitor.key === visitorKey
        : mentions.some((text) => raw.includes(text));
      const isOfType = step.only === null || (reading.ok && reading.type === step.only);
      if (!isOfSubject || !isOfType) return undefined;
      if (step.mode === "whole") return null;
      // Only what is known to be an event can be masked.
      if (!reading.ok) return step.progress.masks === null ? null : undefined;
      const rewritten = rewrite(raw);
      return rewritten === raw ? undefined : rewritten;
    });
}

/** Cuts stored bodies. A body that cannot be cut safely is deleted. Returns the counts with what was changed. */
export async function cutBodies(
  transaction: Statements,
  step: ErasureStep,
  { ids, rewrite, counts }: { ids: readonly bigint[]; rewrite: Rewrite; counts: ErasureCounts },
): Promise<ErasureCounts> {
  const changed = { ...counts };
  const cut = cutterOf(step, rewrite);
  for (const { id, bytes } of await readBodies(transaction, step.job.store.dialect, ids)) {
    const result = cut(bytes);
    if (result.kind === "cut") {
      await writeBody(transaction, { id, bytes: result.bytes });
      changed.bodiesCut += 1;
    } else if (result.kind === "whole") {
      await deleteBody(transaction, id, step.job.at);
      changed.bodiesDeleted += 1;
    }
  }
  return changed;
}
