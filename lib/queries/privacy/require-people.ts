import { requirePermission } from "@/lib/auth/require-permission";
import { requirePermissionForAll } from "@/lib/auth/require-whole-scope";
import type { Viewer } from "@/lib/auth/viewer";

/**
 * For what identifies people across all conversations.
 *
 * @throws AppError forbidden without the permissions `privacy` and `personal`, or with a scope
 */
export function requirePeople(viewer: Viewer): void {
  requirePermissionForAll(viewer, "privacy");
  requirePermission(viewer, "personal");
}
