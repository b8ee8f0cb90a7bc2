import { failureReasons } from "@/lib/errors/database-failure";
import { within } from "@/lib/time/within";

const patienceMs = 3000;

type Look = () => Promise<string | null>;

// On globalThis: Next bundles proxy.ts apart, which must not load the database's client a second time.
const shared = globalThis as typeof globalThis & { playheadLookAtDatabase?: Look };

/** @param look says why the database cannot be read now, or null */
export function lookBeforePages(look: Look): void {
  shared.playheadLookAtDatabase = look;
}

/** Why no page can be shown now, in words for a person; null where one can. Next would answer with an empty 500. */
export async function whyNoPages(): Promise<string | null> {
  const look = shared.playheadLookAtDatabase;
  return look === undefined ? null : within(look(), patienceMs, failureReasons.slow);
}
