import type { Writer } from "@/lib/ingest/writer";
import type { Store } from "@/lib/store/client";

/** Makes `store` the process's one, as `store()` gives it, for the code under test, with a writer of its own. */
export function useStore(store: Store): void {
  const shared = globalThis as typeof globalThis & { playheadStore?: Store; playheadWriter?: Writer };
  shared.playheadStore = store;
  delete shared.playheadWriter;
}
