import type { Me, Permission } from "@/lib/api/schemas/me";
import type { Viewer } from "./viewer";

const reading: readonly Permission[] = ["read", "personal", "raw", "export"];

/** A viewer's own name, role and permissions, as the API returns them. */
export function describeViewer(viewer: Viewer): Me {
  if (viewer.kind === "token") {
    return { kind: "token", name: viewer.name, email: null, role: null, permissions: [...reading] };
  }
  const { name, email, role } = viewer;
  return {
    kind: "user",
    name,
    email,
    role,
    permissions: role === "admin" ? [...reading, "operate", "manage"] : [...reading],
  };
}
