import "server-only";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { resolveAccounts, resolveBots, resolveChannels, resolveLabels } from "./list-names";
import { holdsMany, type Purpose, relatedCondition, unrelatedCondition } from "./list-related";
import { shorten, shortenMore } from "./shorten";

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
  const ofColumns = [
    { values: visitor, condition: among("visitorKey", visitor) },
    { values: key, condition: among("key", key) },
    { values: bot, condition: among("botId", await resolveBots(store, bot)) },
    { values: channel, condition: among("channel", await resolveChannels(store, channel)) },
    { values: account, condition: await ofAccount(store, account) },
    { values: wanted.assignee ?? [], condition: await ofAssignee(store, purpose, wanted.assignee ?? []) },
    { values: wanted.closedBy ?? [], condition: either((wanted.closedBy ?? []).map(closedBy)) },
  ]
    .filter(({ values }) => values.length > 0)
    // A column that is null is none of the values.
    .map(({ condition }) => (how === "any" ? condition : Prisma.sql`(${condition}) IS NOT TRUE`));
  const isForNobody = how === "any" && wanted.assignee?.length === 1 && isNobody(wanted.assignee[0]);
  const statusColumn =
    isForNobody && (wanted.status ?? []).length > 0 ? await statusOfUnassigned(store) : column("status");
  const status = statusConditions(how, statusColumn, wanted.status ?? []);

  const related = async (table: Prisma.Sql, where: Prisma.Sql) =>
    how === "any" ? relatedCondition(store, purpose, { table, where }) : unrelatedCondition(purpose, { table, where });
  return [
    ...status,
    ...ofColumns,
    ...(await labelConditions(store, related, how, wanted.label ?? [])),
    ...(await messageTypeConditions(related, wanted.has ?? [])),
  ];
}

/** There are but two, so that "not this one" is "the other one", which an index finds; both of them are no condition. */
function statusConditions(how: "any" | "none", of: Prisma.Sql, wanted: readonly string[]): Prisma.Sql[] {
  const left = ["open", "closed"].filter((status) => wanted.includes(status) === (how === "any"));
  return wanted.length === 0 || left.length === 2 ? [] : [Prisma.sql`${of} IN (${Prisma.join(left)})`];
}

/**
 * The status of conversations that are also asked to have no assignee. SQLite would look through all of that status; where hardly
 * any has none, `+` leads it to those.
 */
export async function statusOfUnassigned(store: Store): Promise<Prisma.Sql> {
  const isMany =
    store.dialect !== "sqlite" ||
    (await holdsMany(store, Prisma.sql`"Conversation"`, Prisma.sql`r."assigneeId" IS NULL`));
  return isMany ? column("status") : Prisma.sql`+c."status"`;
}

function among(name: Prisma.ConversationScalarFieldEnum, values: readonly string[]): Prisma.Sql {
  return values.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`${column(name)} IN (${Prisma.join([...values])})`;
}

/** Mostly there is but one account: then there is no need to look. */
async function ofAccount(store: Store, wanted: readonly string[]): Promise<Prisma.Sql> {
  const { keys, areAll } = await resolveAccounts(store, wanted);
  return areAll ? Prisma.sql`1 = 1` : among("accountKey", keys);
}

function either(alternatives: readonly Prisma.Sql[]): Prisma.Sql {
  return alternatives.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`(${Prisma.join([...alternatives], " OR ")})`;
}

/** SQLite would gather and sort all that several people have, by an index for each; where they are many, it walks the list. */
async function ofAssignee(store: Store, purpose: Purpose, wanted: readonly string[]): Promise<Prisma.Sql> {
  const condition = (of: Prisma.Sql) => either(wanted.map((who) => assignedTo(of, who)));
  if (wanted.length < 2 || store.dialect !== "sqlite" || purpose === "count") return condition(Prisma.sql`c.`);
  const isMany = await holdsMany(store, Prisma.sql`"Conversation"`, condition(Prisma.sql`r.`));
  return condition(isMany ? Prisma.sql`+c.` : Prisma.sql`c.`);
}

function isNobody(who: string | undefined): boolean {
  return who?.toLowerCase() === "none";
}

function assignedTo(of: Prisma.Sql, who: string): Prisma.Sql {
  if (isNobody(who)) return Prisma.sql`${of}"assigneeId" IS NULL`;
  if (who.includes("@")) return Prisma.sql`${of}"assigneeAddress" = ${who.toLowerCase()}`;
  return Prisma.sql`${of}"assigneeId" = ${who}`;
}

function closedBy(who: string): Prisma.Sql {
  if (actorTypes.has(who.toLowerCase())) return Prisma.sql`c."closedByType" = ${who.toLowerCase()}`;
  if (who.includes("@")) return Prisma.sql`c."closedByAddress" = ${shortenMore(who.toLowerCase())}`;
  return Prisma.sql`c."closedById" = ${shortenMore(who)}`;
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
  return how === "any" ? [either(conditions)] : conditions;
}

async function messageTypeConditions(related: Related, wanted: readonly string[]): Promise<Prisma.Sql[]> {
  if (wanted.length === 0) return [];
  const types = Prisma.join(wanted.map(shorten));
  return [await related(Prisma.sql`"ConversationMessageType"`, Prisma.sql`r."messageType" IN (${types})`)];
}
