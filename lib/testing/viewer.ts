import type { Viewer } from "@/lib/auth/viewer";

/** A Viewer for tests of functions that come after authentication. */
export function testViewer(): Viewer {
  // The brand keeps product code from making one; a test stands in for authenticate here.
  return { kind: "token", tokenId: null, name: "test" } as Viewer;
}
