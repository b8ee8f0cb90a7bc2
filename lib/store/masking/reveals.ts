import "server-only";
import type { Store } from "@/lib/store/connection/client";
import type { Records } from "@/lib/store/records/in-transaction";
import { readSetting, saveSetting } from "@/lib/store/records/settings";

const settingName = "reveal";
const allowed = "allowed";

/** Whether users without the permission `personal` may unmask a conversation. */
export async function readRevealAllowed(within: Records): Promise<boolean> {
  return (await readSetting(within, settingName)) === allowed;
}

/** Switches revealing on or off. Switching it off ends what is revealed now. */
export async function saveRevealAllowed(within: Records, isAllowed: boolean): Promise<void> {
  await saveSetting(within, settingName, isAllowed ? allowed : "refused");
  if (!isAllowed) await within.records.reveal.deleteMany();
}

interface RevealRow {
  id: string;
  userId: string;
  conversationKey: string;
  reason: string;
  createdAt: bigint;
  until: bigint;
}

/** Adds a reveal, and deletes those that have ended. */
export async function insertReveal({ records }: Records, row: RevealRow): Promise<void> {
  await records.reveal.deleteMany({ where: { until: { lte: row.createdAt } } });
  await records.reveal.create({ data: row });
}

/** When the reveal of a conversation for a user ends; null if it is not revealed at `at`. */
export async function findRevealEnd(
  { reader }: Store,
  { userId, conversationKey, at }: { userId: string; conversationKey: string; at: bigint },
): Promise<bigint | null> {
  const row = await reader.reveal.findFirst({
    where: { userId, conversationKey, until: { gt: at } },
    orderBy: { until: "desc" },
    select: { until: true },
  });
  return row?.until ?? null;
}

/** Ends all reveals of a user. */
export async function deleteReveals({ records }: Records, userId: string): Promise<void> {
  await records.reveal.deleteMany({ where: { userId } });
}
