import type { StoreGauges } from "@/lib/store/admin/read-gauges";
import { within } from "@/lib/time/within";

/** A scrape never waits longer for the database. */
const patienceMs = 250;

/** What was read last, and how long ago the tables were. */
export interface KnownGauges extends StoreGauges {
  tablesAgeSeconds: number | null;
}

/** Reads the gauges of the database when somebody asks, and goes on with the last known ones where that takes long. */
export class GaugeReader {
  readonly #read: () => Promise<StoreGauges | null>;
  #known: StoreGauges = { tables: null, files: null };
  #tablesReadAt: number | null = null;
  #running: Promise<void> | null = null;

  /** @param read null when nobody is there to read */
  constructor(read: () => Promise<StoreGauges | null>) {
    this.#read = read;
  }

  async gauges(): Promise<KnownGauges> {
    // One that does not come to an end is not started twice.
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
