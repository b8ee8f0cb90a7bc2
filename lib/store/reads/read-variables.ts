import "server-only";
import type { Variable } from "@/lib/conversation/conversation";
import { TextBudget } from "@/lib/conversation/cut-beyond";
import { getOwn } from "@/lib/conversation/set-own";
import type { Store } from "@/lib/store/connection/client";
import { readStates } from "./read-states";

/**
 * The current values of the named variables, by conversation. They are complete, unlike in the table of variables, up to a
 * megabyte in total.
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
