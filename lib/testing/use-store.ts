import type { AccessLog } from "@/lib/audit/access-log";
import type { GaugeReader } from "@/lib/ingest/gauge-reader";
import type { ReadyProbe } from "@/lib/ingest/ready-probe";
import type { Writer } from "@/lib/ingest/writer";
import type { Store } from "@/lib/store/connection/client";
import type { Projector } from "@/lib/store/projections/projector";

/** Makes `store` the process's store, as returned by `store()`, and resets what depends on it. */
export function useStore(store: Store): void {
  const shared = globalThis as typeof globalThis & {
    playheadStore?: Store;
    playheadWriter?: Writer;
    playheadGauges?: GaugeReader;
    playheadReadyProbe?: ReadyProbe;
    playheadProjector?: Projector;
  };
  shared.playheadStore = store;
  delete shared.playheadWriter;
  delete shared.playheadGauges;
  delete shared.playheadReadyProbe;
  delete shared.playheadProjector;
  void endAccessLog();
}

/** Writes what waits for the access log, and makes the process begin another one. */
export async function endAccessLog(): Promise<void> {
  const shared = globalThis as typeof globalThis & { playheadAccessLog?: AccessLog };
  const ended = shared.playheadAccessLog?.stop();
  delete shared.playheadAccessLog;
  await ended;
}
