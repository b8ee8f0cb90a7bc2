import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import { readMoment } from "@/lib/api/moment";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { resolveNames } from "./list-names";
import { searchCondition } from "./search-condition";

/** The SQL that `filters` mean, over `"Conversation" c`. Every value is a parameter; both databases read the same text. */
export async function listConditions(store: Store, filters: ConversationFilters): Promise<Prisma.Sql> {
  const names = await resolveNames(store, filters);
  const conditions = [
    anyOf(Prisma.sql`c."status"`, filters.status),
    anyOf(Prisma.sql`c."visitorKey"`, filters.visitor),
    anyOf(Prisma.sql`c."botId"`, names.bots),
    anyOf(Prisma.sql`c."channel"`, names.channels),
    assigneeCondition(filters.assignee),
    labelCondition(filters.label, names.labels),
    messageTypeCondition(filters.has),
    ...variableConditions(filters.variables),
    ...rangeConditions(filters),
    either(filters.q.map((text) => searchCondition(store.dialect, text))),
  ];
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(given, " AND ");
}

/** Null (no condition) without values where none were asked for; no row where all that was asked for is unknown. */
function anyOf(column: Prisma.Sql, values: readonly string[] | null): Prisma.Sql | null {
  if (values === null) return Prisma.sql`1 = 0`;
  return values.length === 0 ? null : Prisma.sql`${column} IN (${Prisma.join([...values])})`;
}

/** Null as soon as one alternative is no condition at all. */
function either(alternatives: (Prisma.Sql | null)[]): Prisma.Sql | null {
  const given = alternatives.filter((alternative) => alternative !== null);
  if (given.length === 0 || given.length < alternatives.length) return null;
  return Prisma.sql`(${Prisma.join(given, " OR ")})`;
}

function assigneeCondition(wanted: readonly string[]): Prisma.Sql | null {
  return either(
    wanted.map((who) => {
      if (who.toLowerCase() === "none") return Prisma.sql`c."assigneeId" IS NULL`;
      if (who.includes("@")) return Prisma.sql`c."assigneeAddress" = ${who.toLowerCase()}`;
      return Prisma.sql`c."assigneeId" = ${who}`;
    }),
  );
}

function labelCondition(
  wanted: readonly string[],
  named: readonly { accountKey: string; labelId: string }[],
): Prisma.Sql | null {
  if (wanted.length === 0) return null;
  const byId = Prisma.sql`c."id" IN (SELECT l."conversationId" FROM "ConversationLabel" l WHERE l."labelId" IN (${Prisma.join([...wanted])}))`;
  return either([
    byId,
    ...named.map(
      ({ accountKey, labelId }) =>
        Prisma.sql`(c."accountKey" = ${accountKey} AND c."id" IN (SELECT l."conversationId" FROM "ConversationLabel" l WHERE l."labelId" = ${labelId}))`,
    ),
  ]);
}

function messageTypeCondition(wanted: readonly string[]): Prisma.Sql | null {
  if (wanted.length === 0) return null;
  return Prisma.sql`c."id" IN (SELECT m."conversationId" FROM "ConversationMessageType" m WHERE m."messageType" IN (${Prisma.join([...wanted])}))`;
}

function variableConditions(wanted: ConversationFilters["variables"]): Prisma.Sql[] {
  return [...Map.groupBy(wanted, ({ name }) => name)].map(([name, alternatives]) => {
    const values = Prisma.join(alternatives.map(({ value }) => value));
    return Prisma.sql`c."id" IN (SELECT v."conversationId" FROM "ConversationVariable" v WHERE v."name" = ${name} AND v."text" IN (${values}))`;
  });
}

/** Active within the range: begun before its end, and not over before its beginning. */
function rangeConditions({ from, to }: ConversationFilters): (Prisma.Sql | null)[] {
  const start = from === null ? null : readMoment(from, "start");
  const end = to === null ? null : readMoment(to, "end");
  return [
    start === null ? null : Prisma.sql`c."lastEventAt" >= ${start}`,
    end === null ? null : Prisma.sql`c."createdAt" <= ${end}`,
  ];
}
