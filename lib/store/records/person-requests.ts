import "server-only";
import type { Statements } from "@/lib/store/connection/statements";
import { likePattern } from "@/lib/store/search/like-pattern";
import type { PersonRequest } from "@/prisma/generated/sqlite/client";
import type { Records } from "./in-transaction";

export type PersonRequestRow = PersonRequest;

/** A request's position in the list. */
export type PersonRequestPlace = Pick<PersonRequest, "dueAt" | "id">;

/** Open requests, the first due first; or closed ones, the last due first. */
export async function listPersonRequests(
  { records }: Records,
  { isOpen, after, limit }: { isOpen: boolean; after: PersonRequestPlace | null; limit: number },
): Promise<PersonRequest[]> {
  const order = isOpen ? ("asc" as const) : ("desc" as const);
  return records.personRequest.findMany({
    where: { state: isOpen ? "open" : { not: "open" }, ...(after === null ? {} : isAfter(after, isOpen)) },
    orderBy: [{ dueAt: order }, { id: order }],
    take: limit,
  });
}

function isAfter({ dueAt, id }: PersonRequestPlace, isOpen: boolean) {
  return isOpen
    ? { OR: [{ dueAt: { gt: dueAt } }, { dueAt, id: { gt: id } }] }
    : { OR: [{ dueAt: { lt: dueAt } }, { dueAt, id: { lt: id } }] };
}

export async function findPersonRequest({ records }: Records, id: string): Promise<PersonRequest | null> {
  return records.personRequest.findUnique({ where: { id } });
}

/** How many of these visitors exist: erased ones do not. */
export async function countVisitors({ records }: Records, keys: readonly string[]): Promise<number> {
  return records.visitor.count({ where: { key: { in: [...keys] } } });
}

export async function insertPersonRequest({ records }: Records, row: PersonRequest): Promise<void> {
  await records.personRequest.create({ data: row });
}

export async function updatePersonRequest(
  { records }: Records,
  { id, ...change }: Pick<PersonRequest, "id"> & Partial<PersonRequest>,
): Promise<void> {
  await records.personRequest.update({ where: { id }, data: change });
}

/** The columns of a closed request without the person: who did what and when stays. */
export function withoutPerson({ log }: Pick<PersonRequest, "log">): Pick<PersonRequest, "person" | "visitors" | "log"> {
  const entries: { action: string; text: string | null }[] = JSON.parse(log);
  const kept = entries.map((entry) => (entry.action === "erase" ? entry : { ...entry, text: null }));
  return { person: "", visitors: "[]", log: JSON.stringify(kept) };
}

/** What stands for an erased visitor in an open request. */
function erasedVisitor(erasureId: string): string {
  return `erased-${erasureId}`;
}

/**
 * Removes an erased visitor's person from closed requests. Open ones keep the person until they are answered, but not the
 * visitor's key.
 */
export async function forgetPersonInRequests(
  transaction: Statements,
  { visitorKey, erasureId }: { visitorKey: string; erasureId: string },
): Promise<void> {
  const rows = await transaction.$queryRaw<Pick<PersonRequest, "id" | "state" | "person" | "visitors" | "log">[]>`
    SELECT "id", "state", "person", "visitors", "log" FROM "PersonRequest"
    WHERE "visitors" LIKE ${likePattern(JSON.stringify(visitorKey))} ESCAPE '\\'
      OR "log" LIKE ${likePattern(JSON.stringify(visitorKey))} ESCAPE '\\'`;
  for (const row of rows) {
    const isOpen = row.state === "open";
    const { person, visitors, log } = isOpen ? replaced(row, visitorKey, erasedVisitor(erasureId)) : withoutPerson(row);
    await transaction.$executeRaw`
      UPDATE "PersonRequest" SET "person" = ${person}, "visitors" = ${visitors}, "log" = ${log} WHERE "id" = ${row.id}`;
  }
}

function replaced(
  { person, visitors, log }: Pick<PersonRequest, "person" | "visitors" | "log">,
  key: string,
  by: string,
) {
  const keys: string[] = JSON.parse(visitors);
  const entries: { action: string; text: string | null }[] = JSON.parse(log);
  return {
    person,
    visitors: JSON.stringify(keys.map((one) => (one === key ? by : one))),
    log: JSON.stringify(entries.map((entry) => (entry.text === key ? { ...entry, text: by } : entry))),
  };
}

/** How many open requests still name the person whose visitor was erased. */
export async function countOpenRequests({ records }: Records, erasureId: string): Promise<number> {
  const visitors = { contains: JSON.stringify(erasedVisitor(erasureId)) };
  return records.personRequest.count({ where: { state: "open", visitors } });
}
