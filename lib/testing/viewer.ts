import type { Role, UserViewer, Viewer } from "@/lib/auth/viewer";

/** A Viewer for tests of functions that come after authentication. */
export function testViewer(): Viewer {
  // The brand keeps product code from making one; a test stands in for authenticate here.
  return { kind: "token", tokenId: null, name: "test" } as Viewer;
}

/** As {@link testViewer}, a signed-in person. */
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
