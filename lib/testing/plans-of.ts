import type { Store } from "@/lib/store/connection/open-store";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** How the database goes about one statement: a line a step. */
export interface Plan {
  sql: string;
  steps: string[];
}

/**
 * The plans of all raw statements that `run` gives to the store's reader. On Postgres as if reading a table from end to end were
 * very costly: what is in a plan all the same no index can replace, at any size.
 */
export async function plansOf(store: Store, run: (store: Store) => Promise<unknown>): Promise<Plan[]> {
  const statements: Prisma.Sql[] = [];
  const reader = new Proxy(store.reader, {
    get(target, name) {
      if (name !== "$queryRaw") return Reflect.get(target, name);
      return (first: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) => {
        const statement = first instanceof Prisma.Sql ? first : Prisma.sql(first, ...values);
        statements.push(statement);
        return target.$queryRaw(statement);
      };
    },
  });
  await run({ ...store, reader });
  const plans: Plan[] = [];
  for (const statement of statements) plans.push({ sql: statement.sql, steps: await explain(store, statement) });
  return plans;
}

async function explain({ dialect, reader }: Store, statement: Prisma.Sql): Promise<string[]> {
  if (dialect === "sqlite") {
    const rows = await reader.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN ${statement}`;
    return rows.map(({ detail }) => detail);
  }
  return reader.$transaction(async (transaction) => {
    await transaction.$executeRaw`SET LOCAL enable_seqscan = off`;
    const rows = await transaction.$queryRaw<{ "QUERY PLAN": string }[]>`EXPLAIN (COSTS OFF) ${statement}`;
    return rows.map((row) => row["QUERY PLAN"].trim());
  });
}
