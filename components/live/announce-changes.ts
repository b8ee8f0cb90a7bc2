import type { QueryClient } from "@tanstack/react-query";
import { endpoints } from "@/lib/api/endpoints/endpoints";
import type { Changes } from "@/lib/api/schemas/changes";

const OVERVIEWS: readonly unknown[] = [
  endpoints.listConversations.name,
  endpoints.countConversations.name,
  endpoints.listFilterValues.name,
  endpoints.getSetup.name,
  endpoints.getVisitor.name,
  endpoints.listDeliveries.name,
  endpoints.getDeliveryActivity.name,
  endpoints.getUnfamiliar.name,
];
const OF_ONE_CONVERSATION: readonly unknown[] = [endpoints.getConversation.name, endpoints.listConversationEvents.name];
/** What is on screen is fetched again so often at most, however much happens. */
const EVERY_MS = 1000;

/**
 * Marks exactly the queries stale that a change can have touched; the ones on screen are fetched again. The first change is shown at
 * once; later ones are collected and shown together when the second ends. Lists and counts share one such limit, and each
 * conversation has its own.
 */
export class ChangeAnnouncer {
  readonly #client: QueryClient;
  /** By conversation key, and "" for overviews: what is held back until its second ends. */
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

/** Marks everything stale that changes with the log: what was loaded before the watch began may have missed a change. */
export function announceStart(client: QueryClient): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => OVERVIEWS.includes(name) || OF_ONE_CONVERSATION.includes(name),
  });
}
