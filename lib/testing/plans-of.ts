import type { ReadingClient, Store } from "@/lib/store/connection/open-store";
import type { Prisma } from "@/prisma/generated/sqlite/client";

/** The query plan of a statement, with a line per step. */
export interface Plan {
  sql: string;
  steps: string[];
}

/**
 * The plans of all raw statements that `run` sends to the store's reader. On Postgres with a prohibitive cost for sequential
 * scans: one that remains cannot be replaced by any index, at any size.
 */
export async function plansOf(store: Store, run: (store: Store) => Promise<unknown>): Promise<Plan[]> {
  const statements: Prisma.Sql[] = [];
  const spied = store.records.$extends({
    query: {
      $queryRaw: ({ args, query }) => {
        statements.push(args);
        return query(args);
      },
    },
  });
  // An extended client has the same methods with other types.
  await run({ ...store, reader: spied as unknown as ReadingClient });
  const plans: Plan[] = [];
  for (const statement of statements) plans.push({ sql: statement.sql, steps: await explain(store, statement) });
  return plans;
}

async function explain({ dialect, records }: Store, statement: Prisma.Sql): Promise<string[]> {
  if (dialect === "sqlite") {
    const rows = await records.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN ${statement}`;
    return rows.map(({ detail }) => detail);
  }
  return records.$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL enable_seqscan = off`;
    const rows = await transaction.$queryRaw<{ "QUERY PLAN": string }[]>`EXPLAIN (COSTS OFF) ${statement}`;
    return rows.map((row) => row["QUERY PLAN"].trim());
  });
}
