import "server-only";
import { isDeepStrictEqual } from "node:util";
import { type Facts, factsOf } from "@/lib/conversation/facts";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, columnList, jsonList, jsonRows, overwriteAll } from "@/lib/store/connection/json-rows";
import type { PrismaTransaction } from "@/lib/store/connection/open-store";
import type { Statements } from "@/lib/store/connection/statements";
import { shorten } from "@/lib/store/reads/shorten";
import { fromIso, microsecondsOf } from "@/lib/time/instant";
import type { ConversationChange } from "./conversation-change";

/** The columns of the model `Fact`. */
export const factColumns = {
  conversationId: "bigint",
  engaged: "boolean",
  handoverAt: "bigint",
  handoverWait: "bigint",
  replied: "boolean",
  closedAt: "bigint",
  closedAfter: "bigint",
  closer: "text",
  visitorTurns: "integer",
  visitorSpokeLast: "boolean",
  messageSent: "boolean",
  assigneeSent: "boolean",
  statusSent: "boolean",
} satisfies Columns;

const replyColumns = { conversationId: "bigint", place: "integer", person: "text", took: "bigint" } satisfies Columns;

interface Derived {
  id: bigint;
  facts: Facts;
  before: Facts | null;
}

/** Writes the facts that have changed: in a rebuild, all. */
export async function saveFacts(
  transaction: Statements,
  dialect: Dialect,
  changes: readonly ConversationChange[],
): Promise<void> {
  const derived = changes.map(({ id, before, after }): Derived => {
    return { id, facts: factsOf(after), before: before === null ? null : factsOf(before) };
  });
  const changed = derived.filter(({ facts, before }) => before === null || !isDeepStrictEqual(facts, before));
  if (changed.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "Fact" (${columnList(factColumns)})
    SELECT ${columnList(factColumns)} FROM ${jsonRows(dialect, factColumns, changed.map(rowOf))} WHERE true
    ON CONFLICT ("conversationId") DO UPDATE SET ${overwriteAll(factColumns, "conversationId")}`;
  await saveReplies(
    transaction,
    dialect,
    changed.filter(({ facts, before }) => !isDeepStrictEqual(facts.replies, before?.replies)),
  );
}

/** Deletes all rows that `saveFacts` wrote for conversations. */
export async function forgetFacts(
  transaction: Statements,
  dialect: Dialect,
  conversationIds: readonly bigint[],
): Promise<void> {
  const list = jsonList(dialect, "bigint", conversationIds);
  await transaction.$executeRaw`DELETE FROM "Fact" WHERE "conversationId" IN (${list})`;
  await transaction.$executeRaw`DELETE FROM "FactReply" WHERE "conversationId" IN (${list})`;
}

/** Deletes rows of conversations that the log does not produce. */
export async function sweepFacts(transaction: PrismaTransaction): Promise<null> {
  await transaction.$executeRaw`
    DELETE FROM "Fact" WHERE "conversationId" NOT IN (SELECT "id" FROM "Conversation")`;
  await transaction.$executeRaw`
    DELETE FROM "FactReply" WHERE "conversationId" NOT IN (SELECT "id" FROM "Conversation")`;
  return null;
}

function rowOf({ id, facts }: Derived) {
  return {
    conversationId: id,
    engaged: facts.engaged,
    handoverAt: facts.handoverAt === null ? null : fromIso(facts.handoverAt),
    handoverWait: microseconds(facts.handoverWaitMs),
    replied: facts.replied,
    closedAt: facts.closedAt === null ? null : fromIso(facts.closedAt),
    closedAfter: microseconds(facts.closedAfterMs),
    closer: facts.closer,
    visitorTurns: facts.visitorTurns,
    visitorSpokeLast: facts.visitorSpokeLast,
    messageSent: facts.messageSent,
    assigneeSent: facts.assigneeSent,
    statusSent: facts.statusSent,
  };
}

/** Replies are usually appended; after a late event, any of them may differ. */
async function saveReplies(transaction: Statements, dialect: Dialect, changed: readonly Derived[]): Promise<void> {
  const isContinued = ({ facts, before }: Derived) =>
    before !== null && isDeepStrictEqual(facts.replies.slice(0, before.replies.length), before.replies);
  const replaced = changed.filter((one) => !isContinued(one));
  if (replaced.length > 0) {
    const list = jsonList(
      dialect,
      "bigint",
      replaced.map(({ id }) => id),
    );
    await transaction.$executeRaw`DELETE FROM "FactReply" WHERE "conversationId" IN (${list})`;
  }
  const rows = changed.flatMap((one) => {
    const kept = isContinued(one) ? (one.before?.replies.length ?? 0) : 0;
    return one.facts.replies
      .map(({ person, tookMs }, place) => ({
        conversationId: one.id,
        place,
        person: shorten(person),
        took: microseconds(tookMs),
      }))
      .slice(kept);
  });
  if (rows.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "FactReply" (${columnList(replyColumns)})
    SELECT ${columnList(replyColumns)} FROM ${jsonRows(dialect, replyColumns, rows)}`;
}

function microseconds(milliseconds: number | null): bigint | null {
  return milliseconds === null ? null : microsecondsOf(milliseconds);
}
