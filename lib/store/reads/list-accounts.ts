import "server-only";
import type { Access } from "@/lib/access/scope";
import type { Store } from "@/lib/store/connection/client";
import { presentInScope } from "./present-in-scope";

/** The accounts that sent events. */
export async function listAccounts(
  { reader }: Store,
  access: Access,
): Promise<{ key: string; platformId: string | null }[]> {
  const present = await presentInScope(reader, access, "accountKey");
  return reader.platformAccount.findMany({
    where: present === null ? {} : { key: { in: present } },
    orderBy: { key: "asc" },
  });
}
