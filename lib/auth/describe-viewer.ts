import { permissions } from "@/lib/access/permissions";
import type { Me } from "@/lib/api/schemas/me";
import type { Viewer } from "./viewer";

/** A viewer's own name, role, permissions and scope, as the API returns them. */
export function describeViewer(viewer: Viewer): Me {
  const { kind, name } = viewer;
  return {
    kind,
    name,
    email: viewer.kind === "user" ? viewer.email : null,
    role: viewer.kind === "user" ? viewer.role : null,
    permissions: permissions.filter((permission) => viewer.permissions.has(permission)),
    scope: viewer.scope,
  };
}
