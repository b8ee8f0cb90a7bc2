import "server-only";
import { prismaAdapter } from "better-auth/adapters/prisma";
import type { Store } from "@/lib/store/connection/open-store";

/** Better Auth's adapter for its tables: users, accounts, sessions, verifications. */
export function authDatabase({ records, dialect }: Store): ReturnType<typeof prismaAdapter> {
  return prismaAdapter(records, { provider: dialect });
}
