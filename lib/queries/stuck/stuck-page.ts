import "server-only";
import type { z } from "zod";
import type { StuckPage, stuckQuery } from "@/lib/api/schemas/stuck";
import type { Viewer } from "@/lib/auth/viewer";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { writeFilters } from "@/lib/filters/write-filters";
import { readCursor, threeIntegers, writeCursor } from "@/lib/queries/cursor";
import { summarySeen } from "@/lib/queries/lists/summary-of";
import { Refusal } from "@/lib/queries/refusal";
import { compareStuck, listStuck, type StuckConversation, type StuckPlace } from "@/lib/store/analytics/list-stuck";
import { projectionIsReady } from "@/lib/store/analytics/projection-is-ready";
import { store } from "@/lib/store/connection/client";
import { stuckProjection } from "@/lib/store/projections/stuck";
import { readListings } from "@/lib/store/reads/read-listings";
import { readMasks } from "@/lib/store/reads/read-masks";
import { fromIso, now, toIso } from "@/lib/time/instant";

export type StuckRequest = z.output<typeof stuckQuery> & { filters: ConversationFilters };

/** Conversations that are read at once. */
const most = 200;
const rebuilding = "The queue is being rebuilt.";

/** A page of the matching conversations that are stuck; for a file, all of them. */
export async function stuckPageOf(viewer: Viewer, request: StuckRequest): Promise<StuckPage | Refusal> {
  const { filters, limit, cursor, format } = request;
  const list = ["stuck", writeFilters(filters).toString()];
  const after = cursor === undefined ? null : readPlace(list, cursor);
  if (after instanceof Refusal) return after;
  if (!(await projectionIsReady(store(), stuckProjection))) return new Refusal("unavailable", rebuilding);
  const at = now();
  const found = (await listStuck(store(), viewer, filters, at)).filter(
    (one) => after === null || compareStuck(after, one) < 0,
  );
  const shown = format === "csv" ? found : found.slice(0, limit);
  const end = found.length > shown.length ? shown.at(-1) : undefined;
  const data: StuckPage["data"] = [];
  for (let start = 0; start < shown.length; start += most) {
    data.push(...(await itemsOf(viewer, shown.slice(start, start + most))));
  }
  const nextCursor = end === undefined ? null : writeCursor(list, [BigInt(end.score), fromIso(end.since), end.id]);
  return { asOf: toIso(at), data, nextCursor };
}

/** With the titles that the viewer may see. */
async function itemsOf(viewer: Viewer, some: readonly StuckConversation[]): Promise<StuckPage["data"]> {
  const ids = some.map(({ id }) => id);
  const [rows, masks] = [await readListings(store(), viewer, ids), await readMasks(store(), viewer, ids)];
  const summaries = new Map(rows.map((row) => [row.id, summarySeen(row, masks)]));
  return some.flatMap(({ id, score, since, reasons }) => {
    const summary = summaries.get(id);
    if (summary === undefined) return [];
    const { key, title, bot } = summary;
    return [{ key, title, bot, score, since, reasons }];
  });
}

function readPlace(list: readonly unknown[], cursor: string): StuckPlace | Refusal {
  const place = readCursor(list, threeIntegers, cursor);
  if (place instanceof Refusal) return place;
  const [score, since, id] = place;
  return { score: Number(score), since: toIso(since), id };
}
