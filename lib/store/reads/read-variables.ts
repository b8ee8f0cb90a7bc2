import "server-only";
import type { Variable } from "@/lib/conversation/conversation";
import { TextBudget } from "@/lib/conversation/cut-beyond";
import { getOwn } from "@/lib/conversation/set-own";
import type { Store } from "@/lib/store/connection/client";
import { readStates } from "./read-states";

/**
 * The values that variables of these names have now, by conversation: the table of variables holds shortened ones. Whole, until
 * they come to a megabyte together.
 */
export async function readVariables(
  store: Store,
  conversationIds: readonly bigint[],
  names: readonly string[],
): Promise<Map<bigint, Record<string, Variable["value"]>>> {
  const values = new Map<bigint, Record<string, Variable["value"]>>();
  const budget = new TextBudget();
  for await (const { id, state } of readStates(store, conversationIds)) {
    const known = names.flatMap((name) => {
      const variable = getOwn(state.variables, name);
      return variable === undefined ? [] : [[name, budget.takeValue(variable.value, variable.eventId)]];
    });
    values.set(id, Object.fromEntries(known));
  }
  return values;
}
