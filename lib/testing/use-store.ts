import type { Writer } from "@/lib/ingest/writer";
import type { Store } from "@/lib/store/client";
import type { Projector } from "@/lib/store/projections/projector";

/** Makes `store` the process's one, as `store()` gives it, for the code under test, with a writer and a projector of its own. */
export function useStore(store: Store): void {
  const shared = globalThis as typeof globalThis & {
    playheadStore?: Store;
    playheadWriter?: Writer;
    playheadProjector?: Projector;
  };
  shared.playheadStore = store;
  delete shared.playheadWriter;
  delete shared.playheadProjector;
}
