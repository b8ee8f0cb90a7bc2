import { log } from "@/lib/log/log";
import type { Readiness } from "@/lib/store/connection/readiness";
import { within } from "@/lib/time/within";

/** At most one write a second, however many requests there are. */
const lifetimeMs = 1000;
/** Longer than a probe that fails to get a lock, so that it can report that. */
const patienceMs = 4000;
/** The probe interval without requests, so that the log reports changes within ten seconds. */
const probeIntervalMs = 5000;

const stuck: Readiness = { ok: false, reason: "Writes to the database do not finish" };
const absent: Readiness = { ok: false, reason: "The thread that writes to the database is starting" };

/** Reports whether a delivery could be stored now, from a probe that is at most a second old, and logs changes. */
export class ReadyProbe {
  readonly #probe: () => Promise<Readiness | null>;
  #last: { readiness: Readiness; at: number } | null = null;
  #running: Promise<Readiness> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isSilent = false;
  /** The last logged state, and its start. */
  #told: { readiness: Readiness; since: number } | null = null;

  /** @param probe resolves with null if unavailable */
  constructor(probe: () => Promise<Readiness | null>) {
    this.#probe = probe;
  }

  /** The last result, without waiting; null before the first probe. */
  get last(): Readiness | null {
    return this.#told?.readiness ?? null;
  }

  /** Starts probing at an interval. */
  watch(): void {
    this.#isSilent = false;
    this.#timer ??= setInterval(() => void this.read(), probeIntervalMs).unref();
  }

  /** Later results are not logged, because another process stores deliveries then. */
  endWatch(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#isSilent = true;
  }

  async read(): Promise<Readiness> {
    if (this.#last !== null && performance.now() - this.#last.at < lifetimeMs) return this.#last.readiness;
    // A hanging probe is not started again.
    this.#running ??= this.#run();
    const readiness = await within(this.#running, patienceMs, stuck);
    if (!this.#isSilent) this.#tell(readiness);
    return readiness;
  }

  async #run(): Promise<Readiness> {
    const readiness = (await this.#probe().catch(() => null)) ?? absent;
    this.#last = { readiness, at: performance.now() };
    this.#running = null;
    return readiness;
  }

  #tell(readiness: Readiness): void {
    const logged = this.#told;
    if (logged !== null && reasonOf(logged.readiness) === reasonOf(readiness)) return;
    const isOutage = logged !== null && !logged.readiness.ok;
    const since = isOutage && !readiness.ok ? logged.since : performance.now();
    this.#told = { readiness, since };
    if (!readiness.ok) {
      const code = readiness.code === undefined ? {} : { code: readiness.code };
      log().error(code, `Not ready, deliveries are refused: ${readiness.reason}`);
    } else if (isOutage) {
      log().info(`Ready again after ${((performance.now() - logged.since) / 1000).toFixed(0)} s`);
    }
  }
}

function reasonOf(readiness: Readiness): string | null {
  return readiness.ok ? null : readiness.reason;
}
