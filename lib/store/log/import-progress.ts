import "server-only";
import { z } from "zod";
import type { Store } from "@/lib/store/connection/open-store";
import { deleteSetting, readSetting, saveSetting } from "@/lib/store/records/settings";

/** Progress of a file's import: everything before `line` and `offset` is stored. */
const progress = z.object({ line: z.int().min(1), offset: z.int().min(0), tail: z.string() });

export type ImportProgress = z.output<typeof progress>;

/** Progress of importing the file with this fingerprint into this database; null if not started, or finished. */
export async function readImportProgress(store: Store, fingerprint: string): Promise<ImportProgress | null> {
  const value = await readSetting(store, nameOf(fingerprint));
  return value === null ? null : progress.parse(JSON.parse(value));
}

/**
 * Stored in the database that contains the events, so that an import into another database starts from the beginning. Null
 * deletes it.
 */
export async function saveImportProgress(
  store: Store,
  fingerprint: string,
  reached: ImportProgress | null,
): Promise<void> {
  const name = nameOf(fingerprint);
  if (reached === null) await deleteSetting(store, name);
  else await saveSetting(store, name, JSON.stringify(reached));
}

function nameOf(fingerprint: string): string {
  return `import ${fingerprint}`;
}
