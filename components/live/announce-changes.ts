import type { QueryClient } from "@tanstack/react-query";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Changes } from "@/lib/api/schemas/changes";

const OVERVIEWS: readonly unknown[] = [
  endpoints.listConversations.name,
  endpoints.countConversations.name,
  endpoints.listFilterValues.name,
  endpoints.listStuck.name,
  endpoints.getSetup.name,
  endpoints.getVisitor.name,
  endpoints.listDeliveries.name,
  endpoints.getDeliveryActivity.name,
  endpoints.getUnfamiliar.name,
];
const OF_ONE_CONVERSATION: readonly unknown[] = [endpoints.getConversation.name, endpoints.listConversationEvents.name];
/** Minimum interval between refetches of active queries, however many changes arrive. */
const EVERY_MS = 1000;

/**
 * Invalidates exactly the queries affected by a change; active ones are refetched. The first change is shown immediately; later
 * ones are collected until the second has passed. Lists and counts share one such limit, and each conversation has its own.
 */
export class ChangeAnnouncer {
  readonly #client: QueryClient;
  /** By conversation key, and "" for overviews: changes held back until the second has passed. */
  readonly #seconds = new Map<string, { timer: NodeJS.Timeout; isStale: boolean }>();

  constructor(client: QueryClient) {
    this.#client = client;
  }

  take(changes: Changes): void {
    if (changes.events === 0 && changes.conversationKeys.length === 0) return;
    this.#announce("");
    const loaded = new Set(
      this.#client
        .getQueryCache()
        .getAll()
        .filter(({ queryKey: [name] }) => OF_ONE_CONVERSATION.includes(name))
        .map(({ queryKey: [, key] }) => key),
    );
    for (const key of changes.conversationKeys) if (loaded.has(key)) this.#announce(key);
  }

  end(): void {
    for (const { timer } of this.#seconds.values()) clearTimeout(timer);
    this.#seconds.clear();
  }

  #announce(key: string): void {
    const second = this.#seconds.get(key);
    if (second !== undefined) {
      second.isStale = true;
      return;
    }
    const timer = setTimeout(() => {
      const ended = this.#seconds.get(key);
      this.#seconds.delete(key);
      if (ended?.isStale) this.#announce(key);
    }, EVERY_MS);
    this.#seconds.set(key, { timer, isStale: false });
    void this.#client.invalidateQueries({
      predicate: ({ queryKey: [name, of] }) =>
        key === "" ? OVERVIEWS.includes(name) : OF_ONE_CONVERSATION.includes(name) && of === key,
    });
  }
}

/** Invalidates everything that depends on the log: what was loaded before the watch began may have missed a change. */
export function announceStart(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => OVERVIEWS.includes(name) || OF_ONE_CONVERSATION.includes(name),
  });
}
