/** Raw SQL reads: the common part of Prisma's clients, its transactions and {@link Statements}. */
export interface Queries {
  $queryRaw<Rows = unknown>(text: TemplateStringsArray, ...values: unknown[]): Promise<Rows>;
}

/** The argument of reads: a store, or in a transaction `{ reader: transaction }`. */
export interface QueryReader {
  reader: Queries;
}

/** Raw SQL in a write transaction: Prisma's own, or one of `writeTransaction`. */
export interface Statements extends Queries {
  /** @returns the number of changed rows; `NaN` in an ingestion transaction on Postgres, where the answer is not awaited */
  $executeRaw(text: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}
