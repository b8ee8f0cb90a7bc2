import { failureReasons } from "@/lib/errors/database-failure";
import { within } from "@/lib/time/within";

const patienceMs = 3000;

type Look = () => Promise<string | null>;

// On globalThis: Next bundles proxy.ts separately, which must not load the database client a second time.
const shared = globalThis as typeof globalThis & { playheadLookAtDatabase?: Look };

/** @param look returns why the database cannot be read now, or null */
export function lookBeforePages(look: Look): void {
  shared.playheadLookAtDatabase = look;
}

/** Why no page can be shown now, as a sentence; null if one can. Next would respond with an empty 500. */
export async function whyNoPages(): Promise<string | null> {
  const look = shared.playheadLookAtDatabase;
  return look === undefined ? null : within(look(), patienceMs, failureReasons.slow);
}
