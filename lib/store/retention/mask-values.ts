import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import type { MaskedData } from "@/lib/masking/mask-raw";
import { PersonalValues } from "@/lib/masking/personal-values";
import { jsonList } from "@/lib/store/connection/json-rows";
import type { Queries, Statements } from "@/lib/store/connection/statements";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** `ConversationKey` has the last event in which they are masked. */
export const maskedColumns: Record<MaskedData, Prisma.Sql> = {
  contacts: Prisma.sql`"contactsMasked"`,
  technical: Prisma.sql`"technicalMasked"`,
};

/** The values that are looked for in a conversation whose contact values are being masked. */
export async function readMaskValues(transaction: Queries, id: bigint): Promise<PersonalValues> {
  const [row] = await transaction.$queryRaw<{ values: string | null }[]>`
    SELECT "maskValues" AS "values" FROM "ConversationKey" WHERE "id" = ${id}`;
  return new PersonalValues(row?.values ?? undefined);
}

/** The same for several conversations; those without any are left out. */
export async function readAllMaskValues(
  reader: Queries,
  dialect: Dialect,
  ids: readonly bigint[],
): Promise<Map<bigint, PersonalValues>> {
  const rows = await reader.$queryRaw<{ id: bigint; values: string }[]>`
    SELECT "id", "maskValues" AS "values" FROM "ConversationKey"
    WHERE "id" IN (${jsonList(dialect, "bigint", ids)}) AND "maskValues" IS NOT NULL`;
  return new Map(rows.map(({ id, values }) => [BigInt(id), new PersonalValues(values)]));
}

/** Adds what the conversation tells now to what was looked for when a rule was stopped. */
export async function addMaskValues(transaction: Statements, id: bigint, personal: PersonalValues): Promise<void> {
  const values = await readMaskValues(transaction, id);
  values.add(personal.list);
  await transaction.$executeRaw`UPDATE "ConversationKey" SET "maskValues" = ${values.toString()} WHERE "id" = ${id}`;
}

export async function forgetMaskValues(transaction: Statements, id: bigint): Promise<void> {
  await transaction.$executeRaw`
    UPDATE "ConversationKey" SET "maskValues" = NULL WHERE "id" = ${id} AND "maskValues" IS NOT NULL`;
}

/** Data is masked in a conversation's events up to this one. */
export async function saveMasked(
  transaction: Statements,
  { id, masks, upTo }: { id: bigint; masks: MaskedData; upTo: bigint },
): Promise<void> {
  await transaction.$executeRaw`UPDATE "ConversationKey" SET ${maskedColumns[masks]} = ${upTo} WHERE "id" = ${id}`;
}
