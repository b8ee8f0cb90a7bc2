/** Raw SQL that reads: what Prisma's clients, its transactions and {@link Statements} have in common. */
export interface Queries {
  $queryRaw<Rows = unknown>(text: TemplateStringsArray, ...values: unknown[]): Promise<Rows>;
}

/** What reads take: a store, or in a transaction `{ reader: transaction }`. */
export interface QueryReader {
  reader: Queries;
}

/** Raw SQL in a transaction that may write: Prisma's own, or one of `writeTransaction`. */
export interface Statements extends Queries {
  /** @returns how many rows it changed; `NaN` where nobody waits for the answer, which is so in a transaction of ingestion on Postgres */
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}
