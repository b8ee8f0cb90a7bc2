import "server-only";
import type { PrismaTransaction } from "@/lib/store/connection/open-store";

/** Earlier than any event time, in microseconds. */
const never = -(10n ** 17n);

/** Lets the log replace all names of labels and bots: the present names stay visible until an event names them, however early. */
export async function loosenNames(transaction: PrismaTransaction): Promise<void> {
  await transaction.label.updateMany({ data: { namedAt: never, namedBy: 0n } });
  await transaction.bot.updateMany({ data: { namedAt: 0n, namedBy: 0n } });
}

/** Removes the names that no event of the log contains. */
export async function dropLooseNames(transaction: PrismaTransaction): Promise<void> {
  await transaction.label.deleteMany({ where: { namedAt: never } });
  await transaction.bot.updateMany({ where: { namedAt: 0n, namedBy: 0n, name: { not: null } }, data: { name: null } });
}

const visitorsAtOnce = 500;

/** Removes visitors without a conversation, one page of keys after `after`. Returns the page's last key, null at the end. */
export async function dropAbandonedVisitors(transaction: PrismaTransaction, after: string): Promise<string | null> {
  const page = { where: { key: { gt: after } }, orderBy: { key: "asc" as const }, select: { key: true } };
  const keys = (await transaction.visitor.findMany({ ...page, take: visitorsAtOnce })).map(({ key }) => key);
  const known = await transaction.conversation.findMany({
    where: { visitorKey: { in: keys } },
    distinct: ["visitorKey"],
    select: { visitorKey: true },
  });
  const kept = new Set(known.map(({ visitorKey }) => visitorKey));
  const abandoned = keys.filter((key) => !kept.has(key));
  if (abandoned.length > 0) await transaction.visitor.deleteMany({ where: { key: { in: abandoned } } });
  return keys.length === visitorsAtOnce ? (keys.at(-1) ?? null) : null;
}
