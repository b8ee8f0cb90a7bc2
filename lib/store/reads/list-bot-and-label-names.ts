import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** The bots, with the names from events. */
export function listBots({ reader }: Store): Promise<{ id: string; name: string | null }[]> {
  return reader.bot.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" } });
}

/** The known labels; the same name may exist in several accounts. */
export function listLabels({ reader }: Store): Promise<{ accountKey: string; labelId: string; name: string | null }[]> {
  return reader.label.findMany({
    select: { accountKey: true, labelId: true, name: true },
    orderBy: [{ labelId: "asc" }, { accountKey: "asc" }],
  });
}
