import type { Role, UserViewer, Viewer } from "@/lib/auth/viewer";

/** A viewer for tests of functions behind authentication. */
export function testViewer(): Viewer {
  // The brand keeps product code from creating one; a test replaces authenticate here.
  return { kind: "token", tokenId: null, name: "test" } as Viewer;
}

/** Like {@link testViewer}, a signed-in user. */
export function testUser(role: Role = "admin"): UserViewer {
  return {
    kind: "user",
    userId: "1",
    sessionId: "1",
    email: `${role}@example.com`,
    name: role === "admin" ? "Admin" : "Member",
    role,
  } as UserViewer;
}
