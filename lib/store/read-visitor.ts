import "server-only";
import type { Store } from "./client";

/** A visitor, or null where there is none with this key. */
export async function readVisitor({ reader }: Store, key: string) {
  return reader.visitor.findUnique({ where: { key } });
}

/** The conversations that know a visitor's contact variables, each with its snapshot, latest first. */
export async function readSnapshotsOfVisitor({ reader }: Store, visitorKey: string, limit: number) {
  return reader.conversation.findMany({
    where: { visitorKey },
    select: { key: true, snapshot: true },
    orderBy: [{ lastEventAt: "desc" }, { id: "desc" }],
    take: limit,
  });
}
