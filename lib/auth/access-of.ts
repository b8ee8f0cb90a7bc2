import { permissionsOf } from "@/lib/access/permissions";
import { type Access, intersection } from "@/lib/access/scope";
import { readPermissions, readScope } from "@/lib/access/stored-access";

/** What a user may do, from their row. */
export function accessOfUser({ role, scope }: { role: string; scope?: string | null | undefined }): Access {
  return { permissions: permissionsOf(role), scope: readScope(scope) };
}

/** What a token may do, from its row: never more than its maker. */
export function accessOfToken(token: { permissions: string; scope: string | null }, maker: Access): Access {
  const permissions = readPermissions(token.permissions).filter((permission) => maker.permissions.has(permission));
  return { permissions: new Set(permissions), scope: intersection(readScope(token.scope), maker.scope) };
}
