import "server-only";
import type { Variable } from "@/lib/conversation/conversation";
import { readSnapshot } from "@/lib/conversation/snapshot";
import type { Store } from "./client";
import { foldLog } from "./fold-conversation";

/** The whole values that variables of these names have now, by conversation: the table of variables holds shortened ones. */
export async function readVariables(
  { reader }: Store,
  conversationIds: readonly bigint[],
  names: readonly string[],
): Promise<Map<bigint, Record<string, Variable["value"]>>> {
  const rows = await reader.conversation.findMany({
    where: { id: { in: [...conversationIds] } },
    select: { id: true, key: true, snapshot: true },
  });
  const values = new Map<bigint, Record<string, Variable["value"]>>();
  for (const { id, key, snapshot } of rows) {
    const { variables } = readSnapshot(snapshot) ?? (await foldLog(reader, id, key));
    const known = names.filter((name) => Object.hasOwn(variables, name));
    values.set(id, Object.fromEntries(known.map((name) => [name, variables[name]?.value])));
  }
  return values;
}
