import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Store } from "@/lib/store/connection/open-store";
import type { Queries } from "@/lib/store/connection/statements";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { ErasureMode } from "./erasures";

export interface FoundConversation {
  id: bigint;
  key: string;
}

/** A conversation by its key; empty if there is none. */
export async function findConversation(transaction: Queries, key: string): Promise<FoundConversation[]> {
  return transaction.$queryRaw`SELECT "id", "key" FROM "ConversationKey" WHERE "key" = ${key}`;
}

/** The conversations that belong to a visitor, by what is projected. */
export async function findConversationsOf(transaction: Queries, visitorKey: string): Promise<FoundConversation[]> {
  return transaction.$queryRaw`SELECT "id", "key" FROM "Conversation" WHERE "visitorKey" = ${visitorKey} ORDER BY "id"`;
}

const eventsAtOnce = 5000;

interface Part {
  /** Events after this id, and up to `upTo` if it is not null. */
  after: bigint;
  upTo: bigint | null;
  texts: readonly string[];
  /** Conversations that are left out. */
  known: readonly bigint[];
}

/** The next events of the log whose source contains one of the texts. `last` is null at the end. */
export async function findInLog(
  { reader, dialect }: Store,
  { after, upTo, texts, known }: Part,
): Promise<{ found: (FoundConversation & { raw: string })[]; last: bigint | null }> {
  const notLater = upTo === null ? Prisma.empty : Prisma.sql`AND "id" <= ${upTo}`;
  const [end] = await reader.$queryRaw<{ last: bigint | null }[]>`
    SELECT max("id") AS "last" FROM (
      SELECT "id" FROM "Event" WHERE "id" > ${after} ${notLater} ORDER BY "id" LIMIT ${eventsAtOnce}) AS page`;
  if (end === undefined || end.last === null) return { found: [], last: null };
  const last = BigInt(end.last);
  const contains = texts.map((text) =>
    dialect === "sqlite" ? Prisma.sql`instr(e."raw", ${text}) > 0` : Prisma.sql`position(${text} IN e."raw") > 0`,
  );
  const found = await reader.$queryRaw<(FoundConversation & { raw: string })[]>`
    SELECT k."id", k."key", e."raw" FROM "Event" e JOIN "ConversationKey" k ON k."id" = e."conversationId"
    WHERE e."id" > ${after} AND e."id" <= ${last} AND (${Prisma.join(contains, " OR ")})
      AND e."conversationId" NOT IN (${jsonList(dialect, "bigint", known)})
    ORDER BY e."id"`;
  return { found: found.map(({ id, ...row }) => ({ ...row, id: BigInt(id) })), last };
}

/** How many events of these conversations, up to the id `upTo`, there are to erase. */
export async function countErasable(
  transaction: Queries,
  dialect: Dialect,
  { ids, upTo, mode }: { ids: readonly bigint[]; upTo: bigint; mode: ErasureMode },
): Promise<number> {
  const [row] = await transaction.$queryRaw<{ count: bigint | number }[]>`
    SELECT count(*) AS "count" FROM "Event"
    WHERE "conversationId" IN (${jsonList(dialect, "bigint", ids)}) AND "id" <= ${upTo}
      AND (${mode} = 'whole' OR "erasedAt" IS NULL)`;
  return Number(row?.count ?? 0);
}

/** Names and contact details in the rows of conversations, each once. */
export async function readKnownTexts(
  transaction: Queries,
  dialect: Dialect,
  ids: readonly bigint[],
): Promise<string[]> {
  const persons = await transaction.$queryRaw<Record<"name" | "email" | "phone", string | null>[]>`
    SELECT DISTINCT "visitorName" AS "name", "visitorEmail" AS "email", "visitorPhone" AS "phone"
    FROM "Conversation" WHERE "id" IN (${jsonList(dialect, "bigint", ids)})`;
  const known = persons.flatMap(({ name, email, phone }) => [name, email, phone].filter((text) => text !== null));
  return [...new Set(known)];
}
