import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Visitor } from "@/lib/api/schemas/visitor";
import { TextBudget } from "@/lib/conversation/cut-beyond";
import { maskVariable } from "@/lib/masking/mask-conversation";
import { maskText } from "@/lib/masking/mask-text";
import { store } from "@/lib/store/connection/client";
import { readMasks } from "@/lib/store/reads/read-masks";
import { readStates } from "@/lib/store/reads/read-states";
import { readLatestVariables } from "@/lib/store/reads/read-visitor";
import { shorten } from "@/lib/store/reads/shorten";

const mostVariables = 500;

/**
 * The latest value of each contact variable across the visitor's conversations; only the conversations that last set one are
 * read.
 */
export async function contactVariables(access: Access, visitorKey: string): Promise<Visitor["variables"]> {
  const latest = await readLatestVariables(store(), access, visitorKey, mostVariables);
  const wanted = Map.groupBy(latest, ({ conversationId }) => conversationId);
  const masks = await readMasks(store(), access, [...wanted.keys()]);
  const budget = new TextBudget();
  const found: [string, Visitor["variables"][string]][] = [];
  for await (const { id, key, state } of readStates(store(), [...wanted.keys()])) {
    const counts = new Map(wanted.get(id)?.map(({ name, conversationCount }) => [name, conversationCount]));
    for (const [name, variable] of Object.entries(state.variables)) {
      const conversationCount = counts.get(shorten(name));
      if (variable.scope !== "contact" || conversationCount === undefined) continue;
      const value = budget.takeValue(variable.value, variable.eventId);
      const shown = { ...variable, value, conversationKey: key, conversationCount };
      if (masks === null) found.push([name, shown]);
      else found.push([maskText(name, masks.of(id).known), maskVariable(shown, name, masks.of(id))]);
    }
  }
  return Object.fromEntries(found.sort(([one], [other]) => (one < other ? -1 : 1)));
}
