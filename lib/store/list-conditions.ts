import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import { readMoment } from "@/lib/api/moment";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { type ResolvedNames, resolveNames } from "./list-names";
import { type Purpose, relatedCondition } from "./list-related";
import { searchCondition } from "./search-condition";
import { shorten } from "./shorten";

/** The SQL that `filters` mean, over `"Conversation" c`. Every value is a parameter; both databases read the same text. */
export async function listConditions(
  store: Store,
  filters: ConversationFilters,
  purpose: Purpose,
): Promise<Prisma.Sql> {
  const names = await resolveNames(store, filters);
  const related = (table: Prisma.Sql, where: Prisma.Sql) => relatedCondition(store, purpose, table, where);
  const conditions = [
    anyOf(Prisma.sql`c."status"`, filters.status),
    anyOf(Prisma.sql`c."visitorKey"`, filters.visitor),
    anyOf(Prisma.sql`c."botId"`, names.bots),
    anyOf(Prisma.sql`c."channel"`, names.channels),
    assigneeCondition(filters.assignee),
    await labelCondition(related, filters.label, names.labels),
    await messageTypeCondition(related, filters.has),
    ...(await variableConditions(related, filters.variables)),
    ...rangeConditions(filters),
    either(await Promise.all(filters.q.map((text) => searchCondition(store, purpose, text)))),
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

type Related = (table: Prisma.Sql, where: Prisma.Sql) => Promise<Prisma.Sql>;

async function labelCondition(
  related: Related,
  wanted: readonly string[],
  labels: ResolvedNames["labels"],
): Promise<Prisma.Sql | null> {
  if (wanted.length === 0) return null;
  const withLabel = (ids: readonly string[]) =>
    related(Prisma.sql`"ConversationLabel"`, Prisma.sql`r."labelId" IN (${Prisma.join([...ids])})`);
  const alternatives = labels.ids.length === 0 ? [] : [await withLabel(labels.ids)];
  for (const [accountKey, named] of Map.groupBy(labels.named, (label) => label.accountKey)) {
    const condition = await withLabel(named.map(({ labelId }) => labelId));
    alternatives.push(Prisma.sql`(c."accountKey" = ${accountKey} AND ${condition})`);
  }
  return alternatives.length === 0 ? Prisma.sql`1 = 0` : either(alternatives);
}

async function messageTypeCondition(related: Related, wanted: readonly string[]): Promise<Prisma.Sql | null> {
  if (wanted.length === 0) return null;
  const types = Prisma.join(wanted.map(shorten));
  return related(Prisma.sql`"ConversationMessageType"`, Prisma.sql`r."messageType" IN (${types})`);
}

function variableConditions(related: Related, wanted: ConversationFilters["variables"]): Promise<Prisma.Sql[]> {
  const byName = [...Map.groupBy(wanted, ({ name }) => name)];
  return Promise.all(
    byName.map(([name, alternatives]) => {
      const values = Prisma.join(alternatives.map(({ value }) => shorten(value)));
      return related(
        Prisma.sql`"ConversationVariable"`,
        Prisma.sql`r."name" = ${shorten(name)} AND r."text" IN (${values})`,
      );
    }),
  );
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
