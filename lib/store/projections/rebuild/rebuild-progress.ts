import "server-only";
import type { Store } from "@/lib/store/connection/open-store";
import { readRun } from "./rebuild-run";

/** Progress of a projection's rebuild. */
export interface RebuildProgress {
  projection: string;
  done: number;
  total: number;
}

/** The projections being rebuilt; empty when all are up to date. `total` is an estimate while events arrive. */
export async function rebuildProgress({ reader }: Store): Promise<RebuildProgress[]> {
  const run = await readRun(reader);
  if (run === null) return [];
  const clock = await reader.writerClock.findUnique({
    where: { id: 1 },
    select: { eventId: true, conversationId: true },
  });
  const [events, conversations] = [Number(clock?.eventId ?? 0), Number(clock?.conversationId ?? 0)];
  const total = events + conversations;
  const position = Number(run.position);
  const done = run.pass === "events" ? position : run.pass === "conversations" ? events + position : total;
  return Object.keys(run.targets).map((projection) => ({ projection, done: Math.min(done, total), total }));
}
