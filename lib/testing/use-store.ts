import type { Store } from "@/lib/store/client";

/** Makes `store` the process's one, as `store()` gives it, for the code under test. */
export function useStore(store: Store): void {
  (globalThis as typeof globalThis & { playheadStore?: Store }).playheadStore = store;
}
