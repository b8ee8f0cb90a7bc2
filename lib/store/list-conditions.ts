import "server-only";
import type { ConversationFilters } from "@/lib/api/filters";
import { readMoment } from "@/lib/api/moment";
import { readCountRange, readDurationRange, readMomentRange } from "@/lib/api/range";
import { now } from "@/lib/time/instant";
import { Prisma } from "@/prisma/generated/sqlite/client";
import type { Store } from "./client";
import { column, type Wanted, wantedConditions } from "./list-any-of";
import { createdWithin, within } from "./list-ranges";
import type { Purpose } from "./list-related";
import { variableConditions } from "./list-variables";
import { searchCondition, searchExclusion } from "./search-condition";

/** The SQL that `filters` mean, over `"Conversation" c`. Every value is a parameter. */
export async function listConditions(
  store: Store,
  filters: ConversationFilters,
  purpose: Purpose,
): Promise<Prisma.Sql> {
  const search = (text: string) => searchCondition(store, purpose, text);
  const allLabels = filters["label.all"].map((label) => wantedConditions(store, purpose, "any", { label: [label] }));
  const conditions = [
    ...(await wantedConditions(store, purpose, "any", anyOf(filters))),
    ...(await Promise.all(allLabels)).flat(),
    ...(await wantedConditions(store, purpose, "none", noneOf(filters))),
    ...(await variableConditions(store, purpose, filters.variables)),
    ...(await rangeConditions(store, purpose, filters)),
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

async function rangeConditions(store: Store, purpose: Purpose, filters: ConversationFilters): Promise<Prisma.Sql[]> {
  const { from, to, created, active, messages } = filters;
  // Active within `from` and `to`: begun before the end, and not over before the beginning.
  const start = from === null ? null : readMoment(from, "start");
  const end = to === null ? null : readMoment(to, "end");
  const at = now();
  const begun = created === null ? null : readMomentRange(created, at);
  return [
    ...within(column("lastEventAt"), { from: start, to: null }),
    ...within(column("lastEventAt"), active === null ? null : readMomentRange(active, at)),
    ...(await createdWithin(store, purpose, { from: begun?.from ?? null, to: least(begun?.to ?? null, end) })),
    ...within(messageCount, messages === null ? null : readCountRange(messages)),
    ...within(duration, filters.duration === null ? null : readDurationRange(filters.duration)),
  ];
}

function least(one: bigint | null, other: bigint | null): bigint | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
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
