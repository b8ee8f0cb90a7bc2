import "server-only";
import type { AuditLog, SubjectType } from "@/lib/access/audit-actions";
import type { Store } from "@/lib/store/connection/open-store";
import type { Prisma } from "@/prisma/generated/sqlite/client";
import type { EntryRow } from "./entry";

export interface EntryFilter {
  /** Ids of users or API tokens. */
  actors: readonly string[];
  actions: readonly string[];
  /** Any of these; without a type, of any type. */
  subjects: readonly { type: SubjectType | null; id: string }[];
  /** Inclusive; microseconds since 1970. */
  from: bigint | null;
  /** Exclusive. */
  to: bigint | null;
}

/** The last entry of the page before. */
export interface EntryPlace {
  at: bigint;
  log: AuditLog | string;
  id: bigint;
}

/** Entries of both logs, newest first. */
export async function listEntries(
  { reader }: Store,
  filter: EntryFilter,
  { limit, after }: { limit: number; after: EntryPlace | null },
): Promise<EntryRow[]> {
  const { actors, actions, subjects, from, to } = filter;
  const conditions: Prisma.AuditEntryWhereInput[] = [
    ...(actors.length === 0 ? [] : [{ actorId: { in: [...actors] } }]),
    ...(actions.length === 0 ? [] : [isAmong(actions, actors.length + subjects.length > 0)]),
    ...(subjects.length === 0 ? [] : isAbout(subjects)),
    ...(from === null ? [] : [{ at: { gte: from } }]),
    ...(to === null ? [] : [{ at: { lt: to } }]),
    ...(after === null ? [] : [{ at: { lte: after.at } }, isAfter(after)]),
  ];
  return reader.auditEntry.findMany({
    where: { AND: conditions },
    orderBy: [{ at: "desc" }, { log: "desc" }, { id: "desc" }],
    take: limit,
  });
}

/**
 * @param isNarrow another condition selects few entries; without statistics, SQLite would use the index on actions nevertheless,
 *   so the condition is written in a way that no index can be used for
 */
function isAmong(actions: readonly string[], isNarrow: boolean): Prisma.AuditEntryWhereInput {
  return isNarrow ? { NOT: { action: { notIn: [...actions] } } } : { action: { in: [...actions] } };
}

/** The first condition is for the index. */
function isAbout(subjects: EntryFilter["subjects"]): Prisma.AuditEntryWhereInput[] {
  const types = new Set(subjects.map(({ type }) => type));
  const idsOf = (of: SubjectType | null) => subjects.filter(({ type }) => type === of).map(({ id }) => id);
  const isOfType = [...types].map((type) => ({
    subjectId: { in: idsOf(type) },
    ...(type === null ? {} : { subjectType: type }),
  }));
  return [{ subjectId: { in: subjects.map(({ id }) => id) } }, { OR: isOfType }];
}

function isAfter({ at, log, id }: EntryPlace): Prisma.AuditEntryWhereInput {
  return { OR: [{ at: { lt: at } }, { at, log: { lt: log } }, { at, log, id: { lt: id } }] };
}
