import "server-only";

type Listener = () => void;

// On globalThis: the webhook and the live streams are bundled apart and must see one set.
const shared = globalThis as typeof globalThis & { playheadProjectedListeners?: Set<Listener> };

function listeners(): Set<Listener> {
  shared.playheadProjectedListeners ??= new Set();
  return shared.playheadProjectedListeners;
}

/** To be called when conversations have changed. Never throws. */
export function announceProjected(): void {
  for (const listener of listeners()) listener();
}

/**
 * Calls `listener` when conversations have changed, as far as this process knows; it must be quick and must not throw. What other
 * processes project Postgres gives notice of (`Store.onNotice`), and a look at the database from time to time finds all.
 *
 * @returns ends it
 */
export function onProjected(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}
