import "server-only";
import type { PrismaTransaction } from "@/lib/store/connection/open-store";

/** Before any time that an event can have, in microseconds. */
const never = -(10n ** 17n);

/** Lets the log name labels and bots anew: the names stay to be seen until an event names them, however early. */
export async function loosenNames(transaction: PrismaTransaction): Promise<void> {
  await transaction.label.updateMany({ data: { namedAt: never, namedBy: 0n } });
  await transaction.bot.updateMany({ data: { namedAt: 0n, namedBy: 0n } });
}

/** Takes away the names that no event of the log has given. */
export async function dropLooseNames(transaction: PrismaTransaction): Promise<void> {
  await transaction.label.deleteMany({ where: { namedAt: never } });
  await transaction.bot.updateMany({ where: { namedAt: 0n, namedBy: 0n, name: { not: null } }, data: { name: null } });
}

const visitorsAtOnce = 500;

/** Removes visitors without a conversation, a page of keys after `after`. Returns the page's last key, null at the end. */
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
