import "server-only";
import type { QueryReader } from "@/lib/store/connection/statements";
import { allocateIds } from "@/lib/store/log/writer-clock";
import type { Records } from "@/lib/store/records/in-transaction";
import { readSetting, saveSetting } from "@/lib/store/records/settings";

const settingName = "retention";

/** The stored rules as JSON; null as long as nobody has changed them. */
export async function readStoredRules({ reader }: QueryReader): Promise<string | null> {
  return readSetting({ records: reader }, settingName);
}

/** As {@link readStoredRules}, in the transaction that changes them, after the batches of these rules that are running. */
export async function lockStoredRules({ records }: Records): Promise<string | null> {
  await allocateIds(records);
  return readStoredRules({ reader: records });
}

export async function saveStoredRules(within: Records, json: string): Promise<void> {
  await saveSetting(within, settingName, json);
}
