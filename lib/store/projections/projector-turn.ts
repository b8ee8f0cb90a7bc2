import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { commitChannel } from "@/lib/store/connection/commit-notices";
import type { Queries, Statements } from "@/lib/store/connection/statements";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** The positions of the projector and of the log. */
export interface Marks {
  /** All events up to this id are projected. */
  projected: bigint;
  /** The last event id allocated by the log. */
  logged: bigint;
}

/** The current positions, without taking the turn. */
export async function readMarks(client: Queries): Promise<Marks> {
  const [marks] = await client.$queryRaw<Marks[]>`
    SELECT p."projectedEventId" AS "projected", c."eventId" AS "logged" FROM "Projector" p, "WriterClock" c`;
  return marks ?? notMigrated();
}

/**
 * Takes the projector's turn until the transaction ends: one process at a time projects or rebuilds, and if it dies, its
 * connection closes and the turn is free. On SQLite a write transaction is the turn. Must be taken before the writer's clock,
 * which appends take: then appends never wait for the projector.
 *
 * @returns null if another process holds it
 */
export async function takeTurn(transaction: Statements, dialect: Dialect): Promise<Marks | null> {
  return lockMarks(transaction, dialect, Prisma.sql`FOR UPDATE OF p SKIP LOCKED`);
}

/** The same, but waits until no other process holds it. */
export async function waitForTurn(transaction: Statements, dialect: Dialect): Promise<Marks> {
  return (await lockMarks(transaction, dialect, Prisma.sql`FOR UPDATE OF p`)) ?? notMigrated();
}

async function lockMarks(transaction: Statements, dialect: Dialect, lock: Prisma.Sql): Promise<Marks | null> {
  if (dialect === "sqlite") return readMarks(transaction);
  const [marks] = await transaction.$queryRaw<Marks[]>`
    SELECT p."projectedEventId" AS "projected", c."eventId" AS "logged" FROM "Projector" p, "WriterClock" c ${lock}`;
  return marks ?? null;
}

/**
 * Records that all events up to `eventId` are projected. On Postgres it also notifies all processes when the transaction commits.
 */
export async function markProjected(transaction: Statements, dialect: Dialect, eventId: bigint): Promise<void> {
  const notice = dialect === "postgresql" ? Prisma.sql`RETURNING pg_notify(${commitChannel}, '')::text` : Prisma.empty;
  await transaction.$executeRaw`UPDATE "Projector" SET "projectedEventId" = ${eventId} WHERE "id" = 1 ${notice}`;
}

function notMigrated(): never {
  throw new Error("The projector has no row: the database is not migrated.");
}
