import "server-only";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { dayOf } from "@/lib/store/projections/last-day";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { listConditions } from "./list-conditions";
import type { Rows } from "./list-related";
import { listSelection } from "./list-selection";
import { type Times, timesOf, within } from "./list-times";
import { relationOfFew, relationToWalk } from "./relation-to-walk";

/** A walk by the time of the last event. */
export interface Walk {
  descending: boolean;
  /** Where it begins: after this time, and this id among equal ones; null at the list's end. */
  after: { value: bigint; id: bigint } | null;
}

export interface WalkedList {
  /** FROM and WHERE of the conversations `c`. */
  selection: Prisma.Sql;
  /** What ORDER BY begins with. It does not change the order by `lastEventAt`. */
  order: Prisma.Sql;
}

/** How the conversations that match `filters` are best walked by the time of their last event. */
export async function listWalk(store: Store, filters: ConversationFilters, walk: Walk): Promise<WalkedList> {
  const times = timesOf(filters);
  // A walk between the times of the beginning is short, but for what few have.
  const isBounded = times.createdAt.from !== null || times.createdAt.to !== null;
  const relation = isBounded
    ? await relationOfFew(store, filters)
    : await relationToWalk(store, filters, nearest(times, walk));
  if (relation === null) {
    const selection = await listSelection(store, filters, "page", {
      walked: "lastEventAt",
      descending: walk.descending,
      after: walk.after?.value ?? null,
    });
    return { selection: Prisma.sql`${selection} ${beyond(walk, "c")}`, order: Prisma.empty };
  }
  const conditions = await listConditions(store, filters, "scan", { walked: "lastEventAt", times });
  return {
    selection: Prisma.sql`FROM ${having(relation, times, walk)} WHERE ${conditions} ${beyond(walk, "c")}`,
    order: Prisma.sql`c."lastDay" ${directionOf(walk)},`,
  };
}

export function directionOf({ descending }: Pick<Walk, "descending">): Prisma.Sql {
  return descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
}

function beyond({ descending, after }: Walk, table: "c" | "w"): Prisma.Sql {
  if (after === null) return Prisma.empty;
  const columns = Prisma.raw(`(${table}."lastEventAt", ${table}."id")`);
  return Prisma.sql`AND ${columns} ${descending ? Prisma.sql`<` : Prisma.sql`>`} (${after.value}, ${after.id})`;
}

function nearest(times: Times, walk: Walk): Prisma.Sql {
  const conditions = [Prisma.sql`1 = 1`, ...within(Prisma.sql`w."lastEventAt"`, times.lastEventAt)];
  const direction = directionOf(walk);
  return Prisma.sql`FROM "Conversation" w WHERE ${Prisma.join(conditions, " AND ")} ${beyond(walk, "w")}
    ORDER BY w."lastEventAt" ${direction}, w."id" ${direction}`;
}

const columns = Prisma.raw(
  Object.keys(Prisma.ConversationScalarFieldEnum)
    .filter((name) => name !== "id")
    .map((name) => `w."${name}"`)
    .join(", "),
);

/** Conversations `c` with a row of the relation. Their id is the relation's, so that what is asked of it alone is asked first. */
function having({ table, where }: Rows, { lastEventAt }: Times, { descending, after }: Walk): Prisma.Sql {
  const days = [
    ...(lastEventAt.from === null ? [] : [Prisma.sql`r."lastDay" >= ${dayOf(lastEventAt.from)}`]),
    ...(lastEventAt.to === null ? [] : [Prisma.sql`r."lastDay" <= ${dayOf(lastEventAt.to)}`]),
    ...(after === null
      ? []
      : [Prisma.sql`r."lastDay" ${descending ? Prisma.sql`<=` : Prisma.sql`>=`} ${dayOf(after.value)}`]),
  ];
  return Prisma.sql`(SELECT r."conversationId" AS "id", r."lastDay", ${columns} FROM ${table} r CROSS JOIN "Conversation" w
    WHERE w."id" = r."conversationId" AND ${Prisma.join([where, ...days], " AND ")}) c`;
}
