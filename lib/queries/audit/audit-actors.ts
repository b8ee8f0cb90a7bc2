import "server-only";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";
import { store } from "@/lib/store/connection/client";
import { readApiTokens } from "@/lib/store/records/api-tokens";
import { readUserNames } from "@/lib/store/records/users";

/** Someone whose entries can be listed. */
export interface AuditActor {
  id: string;
  name: string;
}

/** The users and API tokens that exist now. @throws AppError forbidden */
export async function auditActors(viewer: Viewer): Promise<{ users: AuditActor[]; tokens: AuditActor[] }> {
  requirePermissionForAll(viewer, "privacy");
  const [names, tokens] = await Promise.all([readUserNames(store()), readApiTokens(store(), null)]);
  return {
    users: [...names].map(([id, name]) => ({ id, name })),
    tokens: tokens.map(({ id, name }) => ({ id, name })),
  };
}
