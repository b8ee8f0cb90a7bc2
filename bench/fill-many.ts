import type { PrismaTransaction, Store } from "@/lib/store/connection/open-store";
import { beginRebuild } from "@/lib/store/projections/rebuild/rebuild-run";
import { completeSearch } from "@/lib/store/projections/rebuild/rebuild-search";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { rareWord } from "./conversations";
import { fill } from "./fill";

const eventsEach = 10;

/**
 * Fills a store with `total` conversations (a multiple of `originals`) of ten events each: `originals` as the webhook stores them, the
 * others as copies by set-based statements, with different ids, keys, hashes and times: each copy follows the previous one in
 * every list. Continues from existing data.
 */
export async function fillMany(store: Store, total: number, originals = 10_000): Promise<void> {
  const clock = await store.reader.writerClock.findUniqueOrThrow({ where: { id: 1 } });
  let done = Number(clock.conversationId);
  if (done === 0) {
    // Nothing is outdated in a new database.
    await beginRebuild(store);
    await fill(store, { conversations: originals });
    done = originals;
  }
  for (; done < total; done += originals) {
    const number = done / originals;
    await store.writer.$transaction((transaction) => copyAll(transaction, store, originals, number), {
      timeout: 600_000,
    });
  }
  await completeSearch(store, 0);
  // Postgres updates its statistics automatically, but later; SQLite has none in operation.
  if (store.dialect === "postgresql") await store.writer.$executeRawUnsafe("ANALYZE");
}

async function copyAll(
  transaction: PrismaTransaction,
  { dialect }: Store,
  originals: number,
  number: number,
): Promise<void> {
  const conversations = originals * number;
  const events = conversations * eventsEach;
  const later = BigInt(originals) * 60_000_000n * BigInt(number);
  const suffix = `-${number}`;
  await transaction.$executeRaw`
    UPDATE "WriterClock" SET "eventId" = ${events + originals * eventsEach}, "conversationId" = ${conversations + originals}`;
  await transaction.$executeRaw`UPDATE "Projector" SET "projectedEventId" = ${events + originals * eventsEach}`;
  const ofConversation = { conversationId: sql(`"conversationId" + ${conversations}`) };
  const lastDay = sql(
    `(SELECT c."lastEventAt" / 86400000000 FROM "Conversation" c WHERE c."id" = "conversationId" + ${conversations})`,
  );
  const when = (...names: string[]) => Object.fromEntries(names.map((name) => [name, sql(`"${name}" + ${later}`)]));
  const named = (...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, sql(`"${name}" || '${suffix}'`)]));
  const counted = (...names: string[]) => Object.fromEntries(names.map((name) => [name, sql(`"${name}" + ${events}`)]));
  const hash = dialect === "sqlite" ? sql("randomblob(32)") : sql(`sha256("hash" || '${suffix}'::bytea)`);

  await transaction.$executeRaw`
    UPDATE "FacetSet" SET "count" =
      (SELECT count(*) FROM "Conversation" c WHERE c."facetSetId" = "FacetSet"."id" AND c."id" <= ${originals}) * ${number + 1}`;
  const copy = copier(transaction, originals);
  await copy("ConversationKey", "id", Prisma.ConversationKeyScalarFieldEnum, {
    id: sql(`"id" + ${conversations}`),
    ...named("key"),
  });
  await copy("Conversation", "id", Prisma.ConversationScalarFieldEnum, {
    id: sql(`"id" + ${conversations}`),
    ...named("key", "visitorKey"),
    ...when("createdAt", "lastEventAt", "lastMessageAt"),
    ...counted("lastEventId", "changeId"),
  });
  await copy("Event", "conversationId", Prisma.EventScalarFieldEnum, {
    ...ofConversation,
    ...counted("id"),
    ...when("occurredAt"),
    hash,
    // The rare word stays rare: only the original conversations contain it.
    searchText: sql(`replace("searchText", '${rareWord}', '')`),
  });
  await copy("Fact", "conversationId", Prisma.FactScalarFieldEnum, {
    ...ofConversation,
    ...when("handoverAt", "closedAt"),
  });
  await copy("FactReply", "conversationId", Prisma.FactReplyScalarFieldEnum, ofConversation);
  await copy("Step", "conversationId", Prisma.StepScalarFieldEnum, { ...ofConversation, ...when("at") });
  await copy("Stuck", "conversationId", Prisma.StuckScalarFieldEnum, {
    ...ofConversation,
    ...when("dueAt", "promptDueAt"),
  });
  await copy("ConversationVariable", "conversationId", Prisma.ConversationVariableScalarFieldEnum, {
    ...ofConversation,
    ...counted("eventId"),
    ...when("updatedAt"),
    lastDay,
  });
}

/** Copies the rows of the original conversations, with some columns changed. */
function copier(transaction: PrismaTransaction, originals: number) {
  return async (
    table: string,
    conversationId: string,
    columns: Record<string, string>,
    changed: Record<string, Prisma.Sql>,
  ): Promise<void> => {
    const names = Object.keys(columns);
    await transaction.$executeRaw`
      INSERT INTO ${sql(`"${table}"`)} (${Prisma.join(names.map((name) => sql(`"${name}"`)))})
      SELECT ${Prisma.join(names.map((name) => changed[name] ?? sql(`"${name}"`)))}
      FROM ${sql(`"${table}"`)} WHERE ${sql(`"${conversationId}"`)} <= ${originals}`;
  };
}

function sql(text: string): Prisma.Sql {
  return Prisma.raw(text);
}
