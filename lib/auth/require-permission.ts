import { can, type Permission } from "@/lib/access/permissions";
import { AppError } from "@/lib/errors/app-error";
import type { Viewer } from "./viewer";

/** @throws AppError forbidden if the viewer does not have the permission */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (can(viewer, permission)) return;
  throw new AppError("forbidden", `You need the permission "${permission}" for this. An admin can change your role.`);
}
