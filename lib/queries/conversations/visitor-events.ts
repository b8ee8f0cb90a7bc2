import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Event } from "@/lib/events/event";
import { readCursor, twoIntegers, writeCursor } from "@/lib/queries/cursor";
import { eventSeen } from "@/lib/queries/lists/seen";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { readMasks } from "@/lib/store/reads/read-masks";
import { listEventsOfVisitor } from "@/lib/store/reads/read-visitor";
import { readVisitor } from "@/lib/store/reads/visitor-of-scope";

interface VisitorEventsRequest {
  key: string;
  limit: number;
  cursor: string | undefined;
  order: "asc" | "desc";
}

/** A page of the events of all of a visitor's conversations, by time. */
export async function visitorEvents(
  viewer: Viewer,
  { key, limit, cursor, order }: VisitorEventsRequest,
): Promise<{ data: Event[]; nextCursor: string | null } | Refusal> {
  const list = ["visitor events", key, order];
  const place = cursor === undefined ? null : readCursor(list, twoIntegers, cursor);
  if (place instanceof Refusal) return place;
  if ((await readVisitor(store(), viewer, key)) === null) return notFound("visitor with this key");
  const { rows, hasMore } = await listEventsOfVisitor(store(), viewer, key, {
    after: place === null ? null : { occurredAt: place[0], id: place[1] },
    limit,
    isDescending: order === "desc",
  });
  const ids = rows.map(({ conversationId }) => conversationId);
  const masks = await readMasks(store(), viewer, ids);
  const end = hasMore ? rows.at(-1) : undefined;
  return {
    data: rows.map((row) => eventSeen(row, masks)),
    nextCursor: end === undefined ? null : writeCursor(list, [end.occurredAt, end.id]),
  };
}
