import "server-only";
import type { Store } from "@/lib/store/connection/client";
import { shorten, shortenMore } from "@/lib/store/reads/shorten";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { among, type ColumnTest, columnCondition, statusOfUnassigned } from "./column-condition";
import { resolveAccounts, resolveBots, resolveChannels, resolveLabels } from "./list-names";
import { type Purpose, relatedCondition, unrelatedCondition } from "./list-related";

/** Values of the filters that name what a conversation has. */
export type Wanted = Partial<
  Record<
    "status" | "assignee" | "label" | "bot" | "channel" | "account" | "visitor" | "key" | "has" | "closedBy",
    readonly string[]
  >
>;

const actorTypes = new Set(["bot", "user", "team", "visitor", "system"]);

/** A column of `"Conversation" c`. */
export function column(name: Prisma.ConversationScalarFieldEnum): Prisma.Sql {
  return Prisma.raw(`c."${name}"`);
}

/** Conversations `c` that have, for each filter given, any (or none) of its values. */
export async function wantedConditions(
  store: Store,
  purpose: Purpose,
  how: "any" | "none",
  wanted: Wanted,
): Promise<Prisma.Sql[]> {
  const { visitor = [], key = [], bot = [], channel = [], account = [] } = wanted;
  const assignee = wanted.assignee ?? [];
  const indexed: Given[] = [
    { values: visitor, test: among("visitorKey", visitor) },
    { values: key, test: among("key", key) },
    { values: bot, test: among("botId", await resolveBots(store, bot)) },
    { values: channel, test: among("channel", await resolveChannels(store, channel)) },
    { values: assignee, test: either(assignee.map(assignedTo)) },
  ];
  const unindexed: Given[] = [
    { values: account, test: await ofAccount(store, account) },
    { values: wanted.closedBy ?? [], test: either((wanted.closedBy ?? []).map(closedBy)) },
  ];
  const isGiven = ({ values }: Given) => values.length > 0;
  const ofColumns = await Promise.all([
    ...indexed.filter(isGiven).map(({ test, values }) => conditionOf(store, purpose, how, test, values.length)),
    ...unindexed.filter(isGiven).map(({ test }) => conditionOf(store, "count", how, test)),
  ]);
  const isForNobody = how === "any" && assignee.length === 1 && assignee.every(isNobody);
  const status = await statusConditions(store, purpose, how, wanted.status ?? [], isForNobody);

  const related = async (table: Prisma.Sql, where: Prisma.Sql) =>
    how === "any" ? relatedCondition(store, purpose, { table, where }) : unrelatedCondition(purpose, { table, where });
  return [
    ...status,
    ...ofColumns,
    ...(await labelConditions(store, related, how, wanted.label ?? [])),
    ...(await messageTypeConditions(related, wanted.has ?? [])),
  ];
}

/** A filter's values, and what asks for any of them. */
interface Given {
  values: readonly string[];
  test: ColumnTest;
}

async function conditionOf(store: Store, purpose: Purpose, how: "any" | "none", test: ColumnTest, alternatives = 1) {
  // A column that is null is none of the values.
  if (how === "none") return Prisma.sql`(${test(Prisma.sql`c.`)}) IS NOT TRUE`;
  return columnCondition(store, purpose, test, alternatives);
}

/** There are but two, so that "not this one" is "the other one", which an index finds; both of them are no condition. */
async function statusConditions(
  store: Store,
  purpose: Purpose,
  how: "any" | "none",
  wanted: readonly string[],
  isForNobody: boolean,
): Promise<Prisma.Sql[]> {
  const left = ["open", "closed"].filter((status) => wanted.includes(status) === (how === "any"));
  if (wanted.length === 0 || left.length === 2) return [];
  if (isForNobody) return [Prisma.sql`${await statusOfUnassigned(store)} IN (${Prisma.join(left)})`];
  return [await columnCondition(store, purpose, among("status", left))];
}

/** Mostly there is but one account: then there is no need to look. */
async function ofAccount(store: Store, wanted: readonly string[]): Promise<ColumnTest> {
  const { keys, areAll } = await resolveAccounts(store, wanted);
  return areAll ? () => Prisma.sql`1 = 1` : among("accountKey", keys);
}

function either(alternatives: readonly ColumnTest[]): ColumnTest {
  return (of) => anyOf(alternatives.map((alternative) => alternative(of)));
}

function anyOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`(${Prisma.join([...conditions], " OR ")})`;
}

function isNobody(who: string): boolean {
  return who.toLowerCase() === "none";
}

function assignedTo(who: string): ColumnTest {
  if (isNobody(who)) return (of) => Prisma.sql`${of}"assigneeId" IS NULL`;
  return who.includes("@") ? among("assigneeAddress", [who.toLowerCase()]) : among("assigneeId", [who]);
}

function closedBy(who: string): ColumnTest {
  if (actorTypes.has(who.toLowerCase())) return among("closedByType", [who.toLowerCase()]);
  if (who.includes("@")) return among("closedByAddress", [shortenMore(who.toLowerCase())]);
  return among("closedById", [shortenMore(who)]);
}

type Related = (table: Prisma.Sql, where: Prisma.Sql) => Promise<Prisma.Sql>;

/** One name may stand for different labels in different accounts. */
async function labelConditions(store: Store, related: Related, how: "any" | "none", wanted: readonly string[]) {
  if (wanted.length === 0) return [];
  const { ids, named } = await resolveLabels(store, wanted);
  const withLabel = (labelIds: readonly string[]) =>
    related(Prisma.sql`"ConversationLabel"`, Prisma.sql`r."labelId" IN (${Prisma.join([...labelIds])})`);
  const conditions = ids.length === 0 ? [] : [await withLabel(ids)];
  const isOnlyAccount = named.length > 0 && (await store.reader.platformAccount.count()) === 1;
  for (const [accountKey, labels] of Map.groupBy(named, (label) => label.accountKey)) {
    const condition = await withLabel(labels.map(({ labelId }) => labelId));
    if (isOnlyAccount) {
      conditions.push(condition);
      continue;
    }
    const own = how === "any" ? Prisma.sql`= ${accountKey} AND` : Prisma.sql`<> ${accountKey} OR`;
    conditions.push(Prisma.sql`(c."accountKey" ${own} ${condition})`);
  }
  return how === "any" ? [anyOf(conditions)] : conditions;
}

async function messageTypeConditions(related: Related, wanted: readonly string[]): Promise<Prisma.Sql[]> {
  if (wanted.length === 0) return [];
  const types = Prisma.join(wanted.map(shorten));
  return [await related(Prisma.sql`"ConversationMessageType"`, Prisma.sql`r."messageType" IN (${types})`)];
}
