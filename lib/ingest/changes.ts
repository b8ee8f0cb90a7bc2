import "server-only";

type Listener = () => void;

// On globalThis: webhook and live streams are bundled separately and must share one set.
const shared = globalThis as typeof globalThis & { playheadProjectedListeners?: Set<Listener> };

function listeners(): Set<Listener> {
  shared.playheadProjectedListeners ??= new Set();
  return shared.playheadProjectedListeners;
}

/** Call when conversations have changed. Never throws. */
export function announceProjected(): void {
  for (const listener of listeners()) listener();
}

/**
 * Calls `listener` when conversations have changed, as far as this process knows; it must be fast and must not throw. Changes of
 * other processes are reported by Postgres (`Store.onNotice`) and found by polling the database.
 *
 * @returns unsubscribes
 */
export function onProjected(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}
