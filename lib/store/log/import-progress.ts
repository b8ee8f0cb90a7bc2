import "server-only";
import { z } from "zod";
import type { Store } from "@/lib/store/connection/open-store";

/** How far a file has been imported: everything before `line` and `offset` is stored. */
const progress = z.object({ line: z.int().min(1), offset: z.int().min(0), tail: z.string() });

export type ImportProgress = z.output<typeof progress>;

/** How far the file with this fingerprint has come into this database; null when not at all, or wholly. */
export async function readImportProgress({ records }: Store, fingerprint: string): Promise<ImportProgress | null> {
  const row = await records.setting.findUnique({ where: { name: nameOf(fingerprint) } });
  return row === null ? null : progress.parse(JSON.parse(row.value));
}

/** Kept in the database that the events are in, so that the file begins anew in another. Null forgets it. */
export async function saveImportProgress(
  { records }: Store,
  fingerprint: string,
  reached: ImportProgress | null,
): Promise<void> {
  const name = nameOf(fingerprint);
  const value = JSON.stringify(reached);
  if (reached === null) await records.setting.deleteMany({ where: { name } });
  else await records.setting.upsert({ where: { name }, create: { name, value }, update: { value } });
}

function nameOf(fingerprint: string): string {
  return `import ${fingerprint}`;
}
