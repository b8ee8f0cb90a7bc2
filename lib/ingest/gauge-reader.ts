import type { StoreGauges } from "@/lib/store/admin/read-gauges";
import { within } from "@/lib/time/within";

/** A scrape never waits longer for the database. */
const patienceMs = 250;

/** The last values, and the age of the table counts. */
export interface KnownGauges extends StoreGauges {
  tablesAgeSeconds: number | null;
}

/** Reads the database metrics on demand, and returns the last known ones if that takes long. */
export class GaugeReader {
  readonly #read: () => Promise<StoreGauges | null>;
  #known: StoreGauges = { tables: null, files: null };
  #tablesReadAt: number | null = null;
  #running: Promise<void> | null = null;

  /** @param read resolves with null if unavailable */
  constructor(read: () => Promise<StoreGauges | null>) {
    this.#read = read;
  }

  async gauges(): Promise<KnownGauges> {
    // A hanging read is not started again.
    this.#running ??= this.#run();
    await within(this.#running, patienceMs, undefined);
    const at = this.#tablesReadAt;
    return { ...this.#known, tablesAgeSeconds: at === null ? null : (performance.now() - at) / 1000 };
  }

  async #run(): Promise<void> {
    const read = await this.#read().catch(() => null);
    if (read !== null && read.tables !== null) this.#tablesReadAt = performance.now();
    this.#known = { tables: read?.tables ?? this.#known.tables, files: read?.files ?? this.#known.files };
    this.#running = null;
  }
}
