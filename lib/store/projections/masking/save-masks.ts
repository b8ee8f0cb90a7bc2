import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { type Columns, columnList, jsonList, jsonRows, overwriteAll, type Row } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import { readMaskingSettings } from "@/lib/store/masking/masking-settings";
import type { Batch } from "@/lib/store/projections/projection";
import { readAllMaskValues } from "@/lib/store/retention/mask-values";
import { Masker } from "./mask-conversation";
import { MaskedTexts } from "./masked-texts";

const columns = {
  conversationId: "bigint",
  version: "text",
  eventId: "bigint",
  eventCount: "integer",
  personal: "text",
  searchText: "text",
  accentText: "text",
  variables: "text",
} satisfies Columns;

export type MaskRow = Row<typeof columns>;

/** Of a conversation's stored mask, what continues it. */
export interface StoredMask {
  conversationId: bigint;
  version: string;
  eventCount: number;
  personal: string;
  variables: string;
}

/** Masks the new events, and earlier ones of their conversations that contain a value which only now is known to be personal. */
export async function saveMasks({ transaction, store, events, changes, rebuild }: Batch): Promise<void> {
  if (changes.length === 0) return;
  const { dialect } = store;
  const current = await readMaskingSettings({ reader: transaction });
  const ids = changes.map(({ id }) => id);
  const stored = rebuild === null ? await readMasks(transaction, dialect, ids) : new Map<bigint, StoredMask>();
  const own = Map.groupBy(events, ({ conversationId }) => conversationId);
  const masker = new Masker(transaction, dialect, {
    ...current,
    searchTexts: await searchTexts(transaction, dialect, events),
    kept: await readAllMaskValues(transaction, dialect, ids),
  });
  const rows: MaskRow[] = [];
  for (const change of changes) rows.push(await masker.mask(change, own.get(change.id) ?? [], stored.get(change.id)));
  await masker.finish();
  await transaction.$executeRaw`
    INSERT INTO "ConversationMask" (${columnList(columns)})
    SELECT ${columnList(columns)} FROM ${jsonRows(dialect, columns, rows)} WHERE true
    ON CONFLICT ("conversationId") DO UPDATE SET ${overwriteAll(columns, "conversationId")}`;
}

/** Deletes all rows that `saveMasks` wrote for conversations. */
export async function forgetMasks(
  transaction: Statements,
  dialect: Dialect,
  conversationIds: readonly bigint[],
): Promise<void> {
  await new MaskedTexts(transaction, dialect).clear(conversationIds);
  const list = jsonList(dialect, "bigint", conversationIds);
  await transaction.$executeRaw`DELETE FROM "ConversationMask" WHERE "conversationId" IN (${list})`;
}

async function readMasks(
  transaction: Statements,
  dialect: Dialect,
  ids: readonly bigint[],
): Promise<Map<bigint, StoredMask>> {
  const rows = await transaction.$queryRaw<StoredMask[]>`
    SELECT "conversationId", "version", "eventCount", "personal", "variables" FROM "ConversationMask"
    WHERE "conversationId" IN (${jsonList(dialect, "bigint", ids)})`;
  return new Map(rows.map((row) => [BigInt(row.conversationId), row]));
}

/** The folded searchable texts of these events, by id. */
async function searchTexts(
  transaction: Statements,
  dialect: Dialect,
  events: readonly { id: bigint }[],
): Promise<Map<bigint, string>> {
  if (events.length === 0) return new Map();
  const ids = jsonList(
    dialect,
    "bigint",
    events.map(({ id }) => id),
  );
  const rows = await transaction.$queryRaw<{ id: bigint; searchText: string }[]>`
    SELECT "id", "searchText" FROM "Event" WHERE "id" IN (${ids})`;
  return new Map(rows.map(({ id, searchText }) => [BigInt(id), searchText]));
}
