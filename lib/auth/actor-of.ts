import type { Actor } from "@/lib/audit/actor";
import type { Viewer } from "./viewer";

/** A viewer, as the audit log and the access log record them. */
export function actorOf(viewer: Viewer): Actor {
  const { kind, name, address } = viewer;
  if (viewer.kind === "user") return { kind, id: viewer.userId, name, role: viewer.role, ip: address };
  return { kind, id: viewer.tokenId, name, role: null, ip: address };
}
