import "server-only";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Store } from "@/lib/store/connection/open-store";

/** What Better Auth reads and writes its tables through: users, accounts, sessions, verifications. */
export function authDatabase({ records, dialect }: Store): ReturnType<typeof prismaAdapter> {
  return prismaAdapter(records, { provider: dialect });
}
