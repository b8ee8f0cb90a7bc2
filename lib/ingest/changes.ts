import "server-only";

type Listener = () => void;

// On globalThis: the webhook and the live streams are bundled apart and must see one set.
const shared = globalThis as typeof globalThis & { playheadCommitListeners?: Set<Listener> };

function listeners(): Set<Listener> {
  shared.playheadCommitListeners ??= new Set();
  return shared.playheadCommitListeners;
}

/** To be called after each commit that stored events. Never throws. */
export function announceCommit(): void {
  for (const listener of listeners()) listener();
}

/**
 * Calls `listener` after each commit of this process; it must be quick and must not throw. Commits of other processes are
 * not told here: Postgres gives notice of them (`Store.onNotice`), and a look at the database from time to time finds all.
 *
 * @returns ends it
 */
export function onCommit(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}
