import type { Permission } from "@/lib/access/permissions";
import { isEverything } from "@/lib/access/scope";
import { AppError } from "@/lib/errors/app-error";
import { requirePermission } from "./require-permission";
import type { Viewer } from "./viewer";

/**
 * For figures of all conversations.
 *
 * @throws AppError forbidden if the viewer has a scope
 */
export function requireWholeScope({ scope }: Viewer): void {
  if (isEverything(scope)) return;
  throw new AppError("forbidden", "This covers all conversations, but your scope is some bots or accounts.");
}

/**
 * For what concerns all conversations, or could widen a scope, such as managing users.
 *
 * @throws AppError forbidden without the permission, or with a scope
 */
export function requirePermissionForAll(viewer: Viewer, permission: Permission): void {
  requirePermission(viewer, permission);
  requireWholeScope(viewer);
}
