import "server-only";
import { z } from "zod";
import type { Store } from "@/lib/store/connection/open-store";
import { readSetting, saveSetting } from "@/lib/store/records/settings";

const settingName = "backups.known";
const mostKnown = 200;

const knownBackups = z.array(
  z.object({
    place: z.string(),
    /** ISO 8601. */
    madeAt: z.string(),
    /** How many backups are kept there; null if it stays until somebody deletes it. */
    keep: z.int().nullable(),
  }),
);

export type KnownBackup = z.infer<typeof knownBackups>[number];

/** The backups that `npm run backup` has made and not deleted, oldest first. Those that were deleted by hand are among them. */
export async function readKnownBackups({ records }: Pick<Store, "records">): Promise<KnownBackup[]> {
  const value = await readSetting({ records }, settingName);
  return value === null ? [] : knownBackups.parse(JSON.parse(value));
}

export async function addKnownBackup(
  { records }: Pick<Store, "records">,
  made: KnownBackup,
  removed: readonly string[],
): Promise<void> {
  const others = (await readKnownBackups({ records })).filter(
    ({ place }) => place !== made.place && !removed.includes(place),
  );
  await saveSetting({ records }, settingName, JSON.stringify([...others, made].slice(-mostKnown)));
}
