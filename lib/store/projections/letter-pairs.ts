import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import { LetterPairs } from "@/lib/search/letter-pairs";
import { jsonList, jsonRows } from "@/lib/store/connection/json-rows";
import type { Statements } from "@/lib/store/connection/statements";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Batch, Projection } from "./projection";

const { reading, folding, rows } = derivationVersions;

/** Maximum number of pairs cached; others are looked up each time. */
const mostKnown = 50_000;
/** Pairs known to be stored, by the store's reader. */
const known = new WeakMap<object, LetterPairs>();

/**
 * The character pairs that occur in texts: a search for two characters that are not among them reads no text. Pairs are never
 * removed, since an extra pair only costs time.
 */
export const letterPairsProjection: Projection = { name: "letterPairs", version: reading + folding + rows, apply };

async function apply({ transaction, store, events, changes }: Batch): Promise<void> {
  const { dialect } = store;
  const ids = (of: readonly { id: bigint }[]) =>
    jsonList(
      dialect,
      "bigint",
      of.map(({ id }) => id),
    );
  // As one text: folded texts contain no line break.
  const lines =
    dialect === "sqlite" ? Prisma.sql`group_concat("text", char(10))` : Prisma.sql`string_agg("text", chr(10))`;
  const [row] = await transaction.$queryRaw<{ lines: string | null }[]>`
    SELECT ${lines} AS "lines" FROM (
      SELECT "searchText" AS "text" FROM "Event" WHERE "id" IN (${ids(events)})
      UNION ALL SELECT "searchText" FROM "Conversation" WHERE "id" IN (${ids(changes)})) t`;
  const stored = known.get(store.reader) ?? new LetterPairs();
  known.set(store.reader, stored);
  const pairs = new Set<string>();
  stored.addUnknown(row?.lines ?? "", pairs);
  if (pairs.size === 0) return;
  await remember(transaction, dialect, { pairs, stored });
  const added = [...pairs].map((pair) => ({ pair }));
  if (added.length === 0) return;
  await transaction.$executeRaw`
    INSERT INTO "LetterPair" ("pair") SELECT "pair" FROM ${jsonRows(dialect, { pair: "text" }, added)} WHERE true
    ON CONFLICT DO NOTHING`;
}

/** Removes the pairs that earlier transactions stored. Those of this transaction may still be rolled back. */
async function remember(
  transaction: Statements,
  dialect: Batch["store"]["dialect"],
  { pairs, stored }: { pairs: Set<string>; stored: LetterPairs },
): Promise<void> {
  const found = await transaction.$queryRaw<{ pair: string }[]>`
    SELECT "pair" FROM "LetterPair" WHERE "pair" IN (${jsonList(dialect, "text", [...pairs])})`;
  for (const { pair } of found) {
    pairs.delete(pair);
    if (stored.size < mostKnown) stored.add(pair);
  }
}
