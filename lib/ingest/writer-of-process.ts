import "server-only";
import { door } from "@/lib/channel/channel-to-door";
import { databaseFailure } from "@/lib/errors/database-failure";
import { store } from "@/lib/store/connection/client";
import { ingestMetrics } from "./ingest-metrics";
import { projector } from "./projector-of-process";
import { Writer } from "./writer";

// On globalThis, because Next bundles the routes separately, but a process has one queue.
const shared = globalThis as typeof globalThis & { playheadWriter?: Writer };

/** The process's only writer, on the process's store. */
export function writer(): Writer {
  shared.playheadWriter ??= new Writer(store(), {
    onCommit: (commit) => {
      ingestMetrics().countCommit(commit);
      const channel = door();
      if (channel === null) projector().wake();
      else channel.send({ kind: "committed", commit });
    },
    onFailure: (error) => {
      const failed = databaseFailure(error)?.kind ?? "other";
      ingestMetrics().countFailedCommit(failed);
      door()?.send({ kind: "commit failed", failed });
    },
  });
  return shared.playheadWriter;
}
