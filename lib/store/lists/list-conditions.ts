import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import { readCountRange, readDurationRange } from "@/lib/api/range";
import type { Store } from "@/lib/store/connection/client";
import { Prisma } from "@/prisma/generated/sqlite/client";
import { column, type Wanted, wantedConditions } from "./list-any-of";
import type { Purpose } from "./list-related";
import { type Times, timesOf, type WalkedTime, within } from "./list-times";
import { variableConditions } from "./list-variables";
import { searchCondition, searchExclusion } from "./search-condition";

/** By which time a list is walked, and between which times; null where it is not walked in their order. */
export interface WalkedTimes {
  walked: WalkedTime | null;
  times: Times;
}

/** The SQL that `filters` mean, over `"Conversation" c`. Every value is a parameter. */
export async function listConditions(
  store: Store,
  filters: ConversationFilters,
  purpose: Purpose,
  { walked, times }: WalkedTimes = { walked: null, times: timesOf(filters) },
): Promise<Prisma.Sql> {
  const search = (text: string) => searchCondition(store, purpose, text);
  const allLabels = filters["label.all"].map((label) => wantedConditions(store, purpose, "any", { label: [label] }));
  const conditions = [
    ...(await wantedConditions(store, purpose, "any", anyOf(filters))),
    ...(await Promise.all(allLabels)).flat(),
    ...(await wantedConditions(store, purpose, "none", noneOf(filters))),
    ...(await variableConditions(store, purpose, filters.variables)),
    ...timeConditions(store, { walked, times }),
    ...rangeConditions(filters),
    ...answerConditions(filters),
    either(await Promise.all(filters.q.map(search))),
    ...(await Promise.all(filters["q.all"].map(search))),
    ...(await Promise.all(filters["-q"].map((text) => searchExclusion(store, text)))),
  ];
  const given = conditions.filter((condition) => condition !== null);
  return given.length === 0 ? Prisma.sql`1 = 1` : Prisma.join(given, " AND ");
}

function anyOf({
  status,
  assignee,
  label,
  bot,
  channel,
  account,
  visitor,
  key,
  has,
  closedBy,
}: ConversationFilters): Wanted {
  return { status, assignee, label, bot, channel, account, visitor, key, has, closedBy };
}

function noneOf(filters: ConversationFilters): Wanted {
  return {
    status: filters["-status"],
    assignee: filters["-assignee"],
    label: filters["-label"],
    bot: filters["-bot"],
    channel: filters["-channel"],
    account: filters["-account"],
    visitor: filters["-visitor"],
    has: filters["-has"],
    closedBy: filters["-closedBy"],
  };
}

/** Null as soon as one alternative is no condition at all. */
function either(alternatives: (Prisma.Sql | null)[]): Prisma.Sql | null {
  const given = alternatives.filter((alternative) => alternative !== null);
  if (given.length === 0 || given.length < alternatives.length) return null;
  return Prisma.sql`(${Prisma.join(given, " OR ")})`;
}

/** SQLite would look up conversations by the time that is not walked, and sort them, were they a million: `+` keeps it from that. */
function timeConditions({ dialect }: Store, { walked, times }: WalkedTimes): Prisma.Sql[] {
  const time = (name: WalkedTime) =>
    dialect === "postgresql" || walked === null || walked === name ? column(name) : Prisma.sql`+${column(name)}`;
  return [...within(time("lastEventAt"), times.lastEventAt), ...within(time("createdAt"), times.createdAt)];
}

function rangeConditions({ messages, duration: lasting }: ConversationFilters): Prisma.Sql[] {
  return [
    ...within(messageCount, messages === null ? null : readCountRange(messages)),
    ...within(duration, lasting === null ? null : readDurationRange(lasting)),
  ];
}

/** How many messages of visitor, bot and agents a conversation `c` has. */
export const messageCount = Prisma.sql`(c."visitorMessages" + c."botMessages" + c."userMessages")`;

/** How long a conversation `c` took, in microseconds. */
export const duration = Prisma.sql`(c."lastEventAt" - c."createdAt")`;

function answerConditions({ handedOver, notes, gaps, unanswered }: ConversationFilters): Prisma.Sql[] {
  const answers = [
    { wanted: handedOver, yes: Prisma.sql`c."handedOver" IS TRUE`, no: Prisma.sql`c."handedOver" IS NOT TRUE` },
    { wanted: notes, yes: Prisma.sql`c."noteCount" > 0`, no: Prisma.sql`c."noteCount" = 0` },
    { wanted: gaps, yes: Prisma.sql`c."gapCount" > 0`, no: Prisma.sql`c."gapCount" = 0` },
    { wanted: unanswered, yes: Prisma.sql`c."awaitsAnswer" IS TRUE`, no: Prisma.sql`c."awaitsAnswer" IS NOT TRUE` },
  ];
  return answers.flatMap(({ wanted, yes, no }) => (wanted === null ? [] : [wanted === "yes" ? yes : no]));
}
