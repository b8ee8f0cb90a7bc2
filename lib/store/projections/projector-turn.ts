import "server-only";
import type { Dialect } from "@/lib/env/database-url";
import { commitChannel } from "@/lib/store/connection/commit-notices";
import type { Queries, Statements } from "@/lib/store/connection/statements";
import { Prisma } from "@/prisma/generated/sqlite/client";

/** How far the projector is, and how far the log. */
export interface Marks {
  /** All events up to here are projected. */
  projected: bigint;
  /** The last event id that the log has given out. */
  logged: bigint;
}

/** The marks as they are now, without a turn. */
export async function readMarks(client: Queries): Promise<Marks> {
  const [marks] = await client.$queryRaw<Marks[]>`
    SELECT p."projectedEventId" AS "projected", c."eventId" AS "logged" FROM "Projector" p, "WriterClock" c`;
  return marks ?? notMigrated();
}

/**
 * Takes the projector's turn until the transaction ends: one process at a time projects or rebuilds, and when it dies its
 * connection does, and the turn is free. On SQLite a write transaction is the turn. To be taken before the writer's clock, which
 * appending takes: nobody who appends waits for the projector.
 *
 * @returns null where another process has it
 */
export async function takeTurn(transaction: Statements, dialect: Dialect): Promise<Marks | null> {
  return lockMarks(transaction, dialect, Prisma.sql`FOR UPDATE OF p SKIP LOCKED`);
}

/** The same, and waits until nobody else has it. */
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
 * Notes that all events up to `eventId` are projected. On Postgres it also gives notice to all processes, which the server passes
 * on when the transaction commits.
 */
export async function markProjected(transaction: Statements, dialect: Dialect, eventId: bigint): Promise<void> {
  const notice = dialect === "postgresql" ? Prisma.sql`RETURNING pg_notify(${commitChannel}, '')::text` : Prisma.empty;
  await transaction.$executeRaw`UPDATE "Projector" SET "projectedEventId" = ${eventId} WHERE "id" = 1 ${notice}`;
}

function notMigrated(): never {
  throw new Error("The projector has no row: the database is not migrated.");
}
