import { permissions, permissionsOf, permissionsThatRead, type Role } from "@/lib/access/permissions";
import { type Access, everything, type Scope } from "@/lib/access/scope";
import type { UserViewer, Viewer } from "@/lib/auth/viewer";

/** Every permission, without a scope. */
export const fullAccess: Access = { permissions: new Set(permissions), scope: everything };

/** A viewer for tests of functions behind authentication. */
export function testViewer(): Viewer {
  // The brand keeps product code from creating one; a test replaces authenticate here.
  return {
    kind: "token",
    tokenId: null,
    name: "test",
    address: null,
    permissions: new Set(permissionsThatRead),
    scope: everything,
  } as unknown as Viewer;
}

/** Like {@link testViewer}, a signed-in user. */
export function testUser(role: Role = "admin", scope: Scope = everything): UserViewer {
  return {
    kind: "user",
    userId: "1",
    sessionId: "1",
    email: `${role}@example.com`,
    name: `The ${role}`,
    role,
    address: "192.0.2.1",
    owesSecondFactor: false,
    permissions: permissionsOf(role),
    scope,
  } as UserViewer;
}
