import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { jsonList, jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";

/** The ids of those conversations with these keys that the log contains. */
export async function findConversations(
  transaction: Statements,
  dialect: Dialect,
  keys: readonly string[],
): Promise<Map<string, bigint>> {
  if (keys.length === 0) return new Map();
  const rows = await transaction.$queryRaw<{ id: bigint; key: string }[]>`
    SELECT "id", "key" FROM "ConversationKey" WHERE "key" IN (${jsonList(dialect, "text", keys)})`;
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** Adds the `keys` that are missing from `known` to the log, with ids after `lastId`. Returns the ids of all of them. */
export async function addConversations(
  transaction: Statements,
  dialect: Dialect,
  { known, keys, lastId }: { known: ReadonlyMap<string, bigint>; keys: readonly string[]; lastId: bigint },
): Promise<Map<string, bigint>> {
  const added = keys.filter((key) => !known.has(key)).map((key, place) => ({ id: lastId + BigInt(place) + 1n, key }));
  if (added.length > 0) {
    await transaction.$executeRaw`
      INSERT INTO "ConversationKey" ("id", "key")
      SELECT "id", "key" FROM ${jsonRows(dialect, { id: "bigint", key: "text" }, added)}`;
  }
  return new Map([...known, ...added.map(({ id, key }) => [key, id] as const)]);
}
