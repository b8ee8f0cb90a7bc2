import "server-only";
import { z } from "zod";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import { defaultMasking, type MaskingSettings } from "@/lib/masking/masking-settings";
import type { QueryReader } from "@/lib/store/connection/statements";
import type { Records } from "@/lib/store/records/in-transaction";
import { readSetting, saveSetting } from "@/lib/store/records/settings";
import { Prisma } from "@/prisma/generated/sqlite/client";

const { reading, state, folding, rows, masking } = derivationVersions;

/** The version of the projection of masks. */
export const maskingVersion = reading + state + folding + rows + masking;
export const maskingProjectionName = "masking";

const settingsName = "masking";
const revisionName = "maskingRevision";
const stored = z.object({ variables: z.record(z.string(), z.boolean()) });

export interface StoredMasking {
  settings: MaskingSettings;
  /** Of the program and of the settings: masks of another version are outdated. */
  version: string;
}

/** The current settings of masking. */
export async function readMaskingSettings({ reader }: QueryReader): Promise<StoredMasking> {
  const found = await reader.$queryRaw<{ name: string; value: string }[]>`
    SELECT "name", "value" FROM "Setting" WHERE "name" IN (${settingsName}, ${revisionName})`;
  const values = new Map(found.map(({ name, value }) => [name, value]));
  const json = values.get(settingsName);
  return {
    settings: json === undefined ? defaultMasking : stored.parse(JSON.parse(json)),
    version: `${maskingVersion}:${values.get(revisionName) ?? "0"}`,
  };
}

/** The variables of the current settings, in the transaction that changes them. */
export async function readMaskedVariables({ records }: Records): Promise<MaskingSettings["variables"]> {
  const { settings } = await readMaskingSettings({ reader: records });
  return settings.variables;
}

/** The version of current masks, in SQL. */
export const currentVersion = Prisma.sql`(SELECT ${`${maskingVersion}:`} || COALESCE(max("value"), '0') FROM "Setting"
  WHERE "name" = ${revisionName})`;

/** Saves the settings. All masks are outdated until the projection is rebuilt. */
export async function saveMaskingSettings(within: Records, settings: MaskingSettings): Promise<void> {
  const revision = Number((await readSetting(within, revisionName)) ?? 0) + 1;
  await saveSetting(within, settingsName, JSON.stringify(settings));
  await saveSetting(within, revisionName, String(revision));
  await within.records.projection.updateMany({ where: { name: maskingProjectionName }, data: { version: 0 } });
}
