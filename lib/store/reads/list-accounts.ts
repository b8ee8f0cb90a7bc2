import "server-only";
import type { Store } from "@/lib/store/connection/client";

/** The accounts that sent events. */
export function listAccounts({ reader }: Store): Promise<{ key: string; platformId: string | null }[]> {
  return reader.platformAccount.findMany({ orderBy: { key: "asc" } });
}
