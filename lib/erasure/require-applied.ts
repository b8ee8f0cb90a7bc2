import "server-only";
import { AppError } from "@/lib/errors/app-error";
import type { Store } from "@/lib/store/connection/open-store";
import { readBegunErasures } from "@/lib/store/erasure/reapply";
import { readJournal } from "./journal";
import { journalPath } from "./journal-path";

/**
 * Requires that the database has every erasure of the journal, or has begun it.
 *
 * @throws AppError erasure_incomplete if it lacks one, as after restoring an older backup
 */
export async function requireAppliedErasures(store: Store): Promise<void> {
  const path = journalPath(store.database);
  const entries = path === null ? [] : readJournal(path).entries;
  if (entries.length === 0) return;
  const begun = await readBegunErasures(store);
  const count = entries.filter(({ id }) => !begun.has(id)).length;
  if (count === 0) return;
  const erasures = count === 1 ? "1 erasure" : `${count} erasures`;
  throw new AppError(
    "erasure_incomplete",
    `The database lacks ${erasures} of the journal ${path}. Run: npm run migrate`,
  );
}
