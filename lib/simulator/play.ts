import { setTimeout as pause } from "node:timers/promises";
import type { Delivery } from "./deliveries";
import type { Random } from "./random";
import { send } from "./send";

/** The counts of a run, so far or in total. */
export interface PlayReport {
  deliveries: number;
  events: number;
  accepted: number;
  duplicates: number;
  quarantined: number;
  retries: number;
  failed: number;
  milliseconds: number;
  lastFailure: string | null;
}

export interface PlayOptions {
  url: string;
  token: string;
  random: Random;
  /** Events per second over all lanes; 0: as fast as possible. */
  rate: number;
  /** The share of deliveries that are sent twice, immediately or later. */
  duplicates?: number;
  /** Sends each lane in a random order. */
  shuffle?: boolean;
  onProgress?: (report: PlayReport) => void;
  signal?: AbortSignal;
}

/** Sends lanes of deliveries in parallel, each lane sequentially. Stops at the first permanent error. */
export async function play(lanes: readonly (readonly Delivery[])[], options: PlayOptions): Promise<PlayReport> {
  const { random, duplicates = 0, shuffle = false, signal } = options;
  const startedAt = Date.now();
  const report: PlayReport = {
    ...{ deliveries: 0, events: 0, accepted: 0, duplicates: 0, quarantined: 0, retries: 0, failed: 0 },
    milliseconds: 0,
    lastFailure: null,
  };
  const turn = pacer(options.rate);
  let hopeless = false;

  const playLane = async (lane: readonly Delivery[]) => {
    for (const delivery of lane) {
      if (hopeless || signal?.aborted) return;
      await turn(delivery.events.length);
      const outcome = await send(delivery, options);
      report.deliveries++;
      report.events += delivery.events.length;
      report.retries += outcome.retries;
      report.milliseconds = Date.now() - startedAt;
      if (outcome.ok) {
        report.accepted += outcome.accepted;
        report.duplicates += outcome.duplicates;
        report.quarantined += outcome.quarantined;
      } else {
        report.failed++;
        report.lastFailure = outcome.reason;
        hopeless ||= outcome.hopeless;
      }
      options.onProgress?.(report);
    }
  };

  await Promise.all(
    lanes.map((lane) => {
      const repeated = repeatSome(lane, random, duplicates);
      return playLane(shuffle ? random.shuffle(repeated) : repeated);
    }),
  );
  report.milliseconds = Date.now() - startedAt;
  return report;
}

function repeatSome(lane: readonly Delivery[], random: Random, share: number): Delivery[] {
  const repeated: Delivery[] = [];
  for (const delivery of lane) {
    repeated.push(delivery);
    if (random.chance(share)) repeated.push(random.chance(0.5) ? delivery : random.pick(repeated));
  }
  return repeated;
}

/** Spreads events evenly: each request waits for its time slot. */
function pacer(rate: number): (events: number) => Promise<void> {
  let next = Date.now();
  return async (events) => {
    if (rate <= 0) return;
    const at = Math.max(next, Date.now());
    next = at + (events / rate) * 1000;
    if (at > Date.now()) await pause(at - Date.now());
  };
}
