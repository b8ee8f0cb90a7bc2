import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Dialect } from "@/lib/env/database-url";
import { columnList, jsonList, jsonRows, overwriteAll } from "@/lib/store/connection/json-rows";
import type { PrismaTransaction } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { ConversationChange } from "./conversation-change";
import { type DigestedStep, digestedSteps, stepColumns, stepRow, textColumns, textRows } from "./step-rows";

const pairColumns = { conversationId: "bigint", count: "integer" } as const;

/** Writes the steps that have changed: in a rebuild, all. */
export async function saveSteps(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  const moved = changes
    .filter(({ before, after }) => before?.flow !== after.flow || before.bot?.id !== after.bot?.id)
    .map(({ id, before, after }) => ({ id, after, old: digestedSteps(before), steps: digestedSteps(after) }));
  const changed = moved.flatMap(({ id, old, steps }) =>
    steps.flatMap((step, place) => (isSame(step, old[place]) ? [] : [{ id, place, step }])),
  );
  if (changed.length > 0) {
    const ids = await idsOfTexts(transaction, dialect, { moved, changed: changed.map(({ step }) => step) });
    const rows = changed.map(({ id, place, step }) => stepRow(id, place, step, ids));
    await transaction.$executeRaw`
      INSERT INTO "Step" (${columnList(stepColumns)})
      SELECT ${columnList(stepColumns)} FROM ${jsonRows(dialect, stepColumns, rows)} WHERE true
      ON CONFLICT ("conversationId", "place") DO UPDATE SET ${overwriteAll(stepColumns, "conversationId", "place")}`;
  }
  const cut = moved.filter(({ old, steps }) => old.length > steps.length);
  if (cut.length > 0) {
    const counts = cut.map(({ id, steps }) => ({ conversationId: id, count: steps.length }));
    await transaction.$executeRaw`
      DELETE FROM "Step" WHERE EXISTS (SELECT 1 FROM ${jsonRows(dialect, pairColumns, counts)}
        WHERE r."conversationId" = "Step"."conversationId" AND r."count" <= "Step"."place")`;
  }
  const left = moved.flatMap(({ old, steps }) => {
    const kept = new Set(steps.map(({ digest }) => digest));
    return old.flatMap(({ digest }) => (kept.has(digest) ? [] : [digest]));
  });
  if (left.length > 0) await dropUnused(transaction, Prisma.sql`t."digest" IN (${jsonList(dialect, "text", left)})`);
}

/** Deletes all rows that `saveSteps` wrote for conversations. */
export async function forgetSteps(
  transaction: Statements,
  dialect: Dialect,
  conversationIds: readonly bigint[],
): Promise<void> {
  const list = jsonList(dialect, "bigint", conversationIds);
  const texts = await transaction.$queryRaw<{ textId: number }[]>`
    SELECT DISTINCT "textId" FROM "Step" WHERE "conversationId" IN (${list})`;
  if (texts.length === 0) return;
  await transaction.$executeRaw`DELETE FROM "Step" WHERE "conversationId" IN (${list})`;
  const ids = jsonList(
    dialect,
    "bigint",
    texts.map(({ textId }) => BigInt(textId)),
  );
  await dropUnused(transaction, Prisma.sql`t."id" IN (${ids})`);
}

/** Deletes rows of conversations that the log does not produce. */
export async function sweepSteps(transaction: PrismaTransaction): Promise<null> {
  await transaction.$executeRaw`
    DELETE FROM "Step" WHERE "conversationId" NOT IN (SELECT "id" FROM "Conversation")`;
  await dropUnused(transaction, Prisma.sql`1 = 1`);
  return null;
}

/** Deletes the texts among these that no conversation shows. */
async function dropUnused(transaction: Statements, among: Prisma.Sql): Promise<void> {
  await transaction.$executeRaw`
    DELETE FROM "PromptText" AS t WHERE ${among}
      AND NOT EXISTS (SELECT 1 FROM "Step" s WHERE s."textId" = t."id")`;
}

function isSame(step: DigestedStep, old: DigestedStep | undefined): boolean {
  if (old === undefined || step.digest !== old.digest) return false;
  const { text: _, ...rest } = step;
  const { text: __, ...before } = old;
  return isDeepStrictEqual(rest, before);
}

/** The ids of the texts of changed steps, by digest; new texts are added. Only the holder of the projector's turn does this. */
async function idsOfTexts(
  transaction: Statements,
  dialect: Dialect,
  { moved, changed }: { moved: readonly Pick<ConversationChange, "after">[]; changed: readonly DigestedStep[] },
): Promise<Map<string, number>> {
  const wanted = new Set(changed.flatMap(({ digest, wentToDigest }) => [digest, wentToDigest ?? digest]));
  const known = await transaction.$queryRaw<{ id: number; digest: string }[]>`
    SELECT "id", "digest" FROM "PromptText" WHERE "digest" IN (${jsonList(dialect, "text", [...wanted])})`;
  const ids = new Map(known.map(({ id, digest }) => [digest, Number(id)]));
  if (ids.size === wanted.size) return ids;
  const texts = new Map(moved.flatMap(({ after }) => textRows(after)).map((text) => [text.digest, text]));
  const added = [...wanted].flatMap((digest) => (ids.has(digest) ? [] : (texts.get(digest) ?? [])));
  const [last] = await transaction.$queryRaw<{ id: number | null }[]>`SELECT max("id") AS "id" FROM "PromptText"`;
  const rows = added.map((text, place) => ({ ...text, id: Number(last?.id ?? 0) + place + 1 }));
  for (const { id, digest } of rows) ids.set(String(digest), id);
  await transaction.$executeRaw`
    INSERT INTO "PromptText" (${columnList(textColumns)})
    SELECT ${columnList(textColumns)} FROM ${jsonRows(dialect, textColumns, rows)}`;
  return ids;
}
