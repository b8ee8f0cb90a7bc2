import "server-only";
import type { PrismaTransaction, Store } from "./open-store";
import { allocateIds } from "./writer-clock";

/** Before any time that an event can have, in microseconds. */
const never = -(10n ** 17n);

/** Lets the log name labels and bots anew: the names stay to be seen until an event names them, however early. */
export async function loosenNames(transaction: PrismaTransaction): Promise<void> {
  await allocateIds(transaction);
  await transaction.label.updateMany({ data: { namedAt: never, namedBy: 0n } });
  await transaction.bot.updateMany({ data: { namedAt: 0n, namedBy: 0n } });
}

/** Takes away the names that no event of the log has given. */
export async function dropLooseNames(transaction: PrismaTransaction): Promise<void> {
  await allocateIds(transaction);
  await transaction.label.deleteMany({ where: { namedAt: never } });
  await transaction.bot.updateMany({ where: { namedAt: 0n, namedBy: 0n, name: { not: null } }, data: { name: null } });
}

/** Visitors whom no conversation has any more; a page of keys after `after`, null at the end. */
export async function dropAbandonedVisitors({ writer }: Store, after: string): Promise<string | null> {
  const most = 1000;
  return writer.$transaction(async (transaction) => {
    await allocateIds(transaction);
    const query = {
      where: { key: { gt: after } },
      orderBy: { key: "asc" as const },
      select: { key: true },
      take: most,
    };
    const keys = (await transaction.visitor.findMany(query)).map(({ key }) => key);
    const known = await transaction.conversation.findMany({
      where: { visitorKey: { in: keys } },
      distinct: ["visitorKey"],
      select: { visitorKey: true },
    });
    const kept = new Set(known.map(({ visitorKey }) => visitorKey));
    const abandoned = keys.filter((key) => !kept.has(key));
    if (abandoned.length > 0) await transaction.visitor.deleteMany({ where: { key: { in: abandoned } } });
    return keys.length === most ? (keys.at(-1) ?? null) : null;
  });
}
