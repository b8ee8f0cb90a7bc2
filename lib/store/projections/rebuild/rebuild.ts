import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import type { Store } from "@/lib/store/connection/open-store";
import { project } from "@/lib/store/projections/project";
import { type RebuildReport, rebuildReport } from "./rebuild-report";
import { beginRebuild } from "./rebuild-run";
import { rebuildSearch } from "./rebuild-search";
import { Rebuilder } from "./rebuilder";

/** Long enough for a waiting server's next attempt: otherwise the rebuild would monopolize the database. */
const courtesyMs = 10;

/**
 * Projects pending events, then rebuilds all projections, whatever their version, and the search index, for example after data
 * loss. Uses short write transactions, so that ingestion continues. If it is interrupted, a running server continues the
 * projections.
 */
export async function rebuild(store: Store, onProgress: () => Promise<void> | void): Promise<RebuildReport> {
  await project(store);
  const rebuilt = await beginRebuild(store, { all: true });
  const rebuilder = new Rebuilder(store);
  if (rebuilt.length === 0) return rebuildReport.parse({});
  for (;;) {
    const { kind, report } = await rebuilder.step();
    await onProgress();
    if (kind === "ended" && report !== null) {
      await rebuildSearch(store, courtesyMs);
      return report;
    }
    await delay(courtesyMs);
  }
}
