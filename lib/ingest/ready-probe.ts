import type { Readiness } from "@/lib/store/readiness";

/** At most one write a second, however often somebody asks. */
const lifetimeMs = 1000;
const patienceMs = 2500;

/** Answers whether a delivery would be stored now, from a probe that is at most a second old. */
export class ReadyProbe {
  readonly #probe: () => Promise<Readiness | null>;
  #last: { readiness: Readiness; at: number } | null = null;
  #running: Promise<Readiness> | null = null;

  /** @param probe null when nobody is there to try */
  constructor(probe: () => Promise<Readiness | null>) {
    this.#probe = probe;
  }

  async read(): Promise<Readiness> {
    if (this.#last !== null && performance.now() - this.#last.at < lifetimeMs) return this.#last.readiness;
    // One that does not come to an end is not started twice.
    this.#running ??= this.#run();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Readiness>((resolve) => {
      timer = setTimeout(resolve, patienceMs, { ok: false, reason: "The database takes no writes: they do not end" });
    });
    const readiness = await Promise.race([this.#running, late]);
    clearTimeout(timer);
    return readiness;
  }

  async #run(): Promise<Readiness> {
    const absent: Readiness = { ok: false, reason: "The thread that writes to the database is starting" };
    const readiness = (await this.#probe().catch(() => null)) ?? absent;
    this.#last = { readiness, at: performance.now() };
    this.#running = null;
    return readiness;
  }
}
