import "server-only";
import type { Variable } from "@/lib/conversation/conversation";
import { TextBudget } from "@/lib/conversation/cut-beyond";
import { getOwn } from "@/lib/conversation/set-own";
import { readSnapshot } from "@/lib/conversation/snapshot";
import type { Store } from "@/lib/store/connection/client";
import { foldLog } from "@/lib/store/projections/fold-conversation";

/** Conversations read at once: a snapshot can be long. */
const piece = 20;

/**
 * The values that variables of these names have now, by conversation: the table of variables holds shortened ones. Whole, until
 * they come to a megabyte together.
 */
export async function readVariables(
  { reader }: Store,
  conversationIds: readonly bigint[],
  names: readonly string[],
): Promise<Map<bigint, Record<string, Variable["value"]>>> {
  const values = new Map<bigint, Record<string, Variable["value"]>>();
  const budget = new TextBudget();
  for (let start = 0; start < conversationIds.length; start += piece) {
    const rows = await reader.conversation.findMany({
      where: { id: { in: conversationIds.slice(start, start + piece) } },
      select: { id: true, key: true, snapshot: true },
    });
    for (const { id, key, snapshot } of rows) {
      const { variables } = readSnapshot(snapshot) ?? (await foldLog(reader, id, key));
      const known = names.flatMap((name) => {
        const variable = getOwn(variables, name);
        return variable === undefined ? [] : [[name, budget.takeValue(variable.value, variable.eventId)]];
      });
      values.set(id, Object.fromEntries(known));
    }
  }
  return values;
}
