import type { QueryClient } from "@tanstack/react-query";
import type { Changes } from "@/lib/api/changes";
import { queryScope } from "@/lib/api/queries";

const OVERVIEWS: readonly unknown[] = [
  queryScope.conversations,
  queryScope.counts,
  queryScope.filters,
  queryScope.setup,
  queryScope.visitor,
  queryScope.deliveries,
  queryScope.deliveryActivity,
  queryScope.unfamiliar,
];
const OF_ONE_CONVERSATION: readonly unknown[] = [queryScope.conversation, queryScope.events];

/** Marks exactly the queries stale that a change can have touched; the ones on screen are fetched again. */
export function announceChanges(client: QueryClient, changes: Changes): void {
  if (changes.events === 0 && changes.conversationKeys.length === 0) return;
  const changed = new Set<unknown>(changes.conversationKeys);
  void client.invalidateQueries({
    predicate: ({ queryKey: [scope, key] }) =>
      OVERVIEWS.includes(scope) || (OF_ONE_CONVERSATION.includes(scope) && changed.has(key)),
  });
}

/** Marks everything stale that changes with the log: what was loaded before the watch began may have missed a change. */
export function announceStart(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [scope] }) => OVERVIEWS.includes(scope) || OF_ONE_CONVERSATION.includes(scope),
  });
}
