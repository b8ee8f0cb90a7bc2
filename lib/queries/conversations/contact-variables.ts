import "server-only";
import type { Visitor } from "@/lib/api/schemas/visitor";
import { TextBudget } from "@/lib/conversation/cut-beyond";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { store } from "@/lib/store/connection/client";
import { foldLog } from "@/lib/store/projections/fold-conversation";
import { type LatestVariable, readLatestVariables } from "@/lib/store/reads/read-visitor";
import { shorten } from "@/lib/store/reads/shorten";

const mostVariables = 500;
/** Conversations read at once: a snapshot can be long. */
const piece = 20;

/** The latest value of each contact variable over all of the visitor's conversations; only those that set one last are read. */
export async function contactVariables(visitorKey: string): Promise<Visitor["variables"]> {
  const latest = await readLatestVariables(store(), visitorKey, mostVariables);
  const wanted = [...Map.groupBy(latest, ({ conversationId }) => conversationId)];
  const budget = new TextBudget();
  const found: [string, Visitor["variables"][string]][] = [];
  for (let start = 0; start < wanted.length; start += piece) {
    found.push(...(await valuesIn(new Map(wanted.slice(start, start + piece)), budget)));
  }
  return Object.fromEntries(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function valuesIn(wanted: ReadonlyMap<bigint, readonly LatestVariable[]>, budget: TextBudget) {
  const { reader } = store();
  const rows = await reader.conversation.findMany({
    where: { id: { in: [...wanted.keys()] } },
    select: { id: true, key: true, snapshot: true },
  });
  const values: [string, Visitor["variables"][string]][] = [];
  for (const { id, key, snapshot } of rows) {
    const counts = new Map(wanted.get(id)?.map(({ name, conversationCount }) => [name, conversationCount]));
    const { variables } = readSnapshot(snapshot) ?? (await foldLog(reader, id, key));
    for (const [name, variable] of Object.entries(variables)) {
      const conversationCount = counts.get(shorten(name));
      if (variable.scope !== "contact" || conversationCount === undefined) continue;
      const value = budget.takeValue(variable.value, variable.eventId);
      values.push([name, { ...variable, value, conversationKey: key, conversationCount }]);
    }
  }
  return values;
}
