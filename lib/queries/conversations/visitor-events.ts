import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import type { Event } from "@/lib/events/event";
import { readCursor, twoIntegers, writeCursor } from "@/lib/queries/cursor";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { store } from "@/lib/store/connection/client";
import { toEvent } from "@/lib/store/log/read-log";
import { listEventsOfVisitor, readVisitor } from "@/lib/store/reads/read-visitor";

interface VisitorEventsRequest {
  key: string;
  limit: number;
  cursor: string | undefined;
  order: "asc" | "desc";
}

/** A page of the events of all of a visitor's conversations, by time. */
export async function visitorEvents(
  _viewer: Viewer,
  { key, limit, cursor, order }: VisitorEventsRequest,
): Promise<{ data: Event[]; nextCursor: string | null } | Refusal> {
  const list = ["visitor events", key, order];
  const place = cursor === undefined ? null : readCursor(list, twoIntegers, cursor);
  if (place instanceof Refusal) return place;
  if ((await readVisitor(store(), key)) === null) return notFound("visitor with this key");
  const { rows, hasMore } = await listEventsOfVisitor(store(), key, {
    after: place === null ? null : { occurredAt: place[0], id: place[1] },
    limit,
    isDescending: order === "desc",
  });
  const end = hasMore ? rows.at(-1) : undefined;
  return {
    data: rows.map(toEvent),
    nextCursor: end === undefined ? null : writeCursor(list, [end.occurredAt, end.id]),
  };
}
