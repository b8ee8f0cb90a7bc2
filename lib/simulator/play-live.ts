import { setTimeout as pause } from "node:timers/promises";
import { platformTime } from "./platform-event";
import type { PlayOptions, PlayReport } from "./play";
import type { Random } from "./random";
import { send } from "./send";
import { playConversation, type SimulatedConversation } from "./simulate";
import type { Visitor } from "./visitor";

/** Number of concurrent conversations; each event is sent when it happens, with that timestamp. */
const openAtOnce = 6;

/**
 * Plays conversations in real time: `rate` events per second in total, new conversations starting as others end. Runs until
 * `conversations` have ended, or the signal aborts.
 */
export async function playLive(conversations: number, options: PlayOptions): Promise<PlayReport> {
  const { random, rate, signal } = options;
  const startedAt = Date.now();
  const visitors: Visitor[] = [];
  const open: { conversation: SimulatedConversation; place: number }[] = [];
  const report: PlayReport = {
    ...{ deliveries: 0, events: 0, accepted: 0, duplicates: 0, quarantined: 0, retries: 0, failed: 0 },
    milliseconds: 0,
    lastFailure: null,
  };
  let started = 0;
  while (!signal?.aborted) {
    while (open.length < openAtOnce && started < conversations) {
      open.push({ conversation: playConversation(random, null, Date.now() * 1000, visitors), place: 0 });
      started++;
    }
    if (open.length === 0) break;
    const current = random.pick(open);
    const event = current.conversation.events[current.place];
    if (!event) {
      open.splice(open.indexOf(current), 1);
      continue;
    }
    current.place++;
    const outcome = await send({ events: [{ ...event, timestamp: moment(random) }] }, options);
    report.deliveries++;
    report.events++;
    report.retries += outcome.retries;
    report.milliseconds = Date.now() - startedAt;
    if (outcome.ok) {
      report.accepted += outcome.accepted;
      report.duplicates += outcome.duplicates;
    } else {
      report.failed++;
      report.lastFailure = outcome.reason;
      if (outcome.hopeless) break;
    }
    options.onProgress?.(report);
    await pause((1000 / Math.max(rate, 0.01)) * (0.5 + random.next()), undefined, { signal }).catch(() => undefined);
  }
  return report;
}

function moment(random: Random): string {
  return platformTime(Date.now() * 1000 + random.integer(0, 999));
}
