import "server-only";
import type { IncomingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import pLimit from "p-limit";
import { type Intake, strangersLane } from "@/lib/ingest/intake";
import { RefusedCalls } from "@/lib/ingest/refused-calls";
import { busy, type WebhookCall, type WebhookReply } from "@/lib/ingest/webhook-call";
import { monotonicMs } from "@/lib/time/monotonic";
import type { LogThread } from "./log-thread";
import type { Succession } from "./restart/succession";

/** Maximum bytes of deliveries that wait during a restart. */
const maxHeldBytes = 128 * 1024 ** 2;
const maxAtOnce = 32;
/** Time limit for their response afterwards, and the number of attempts. */
const patienceMs = 2700;
const maxTryMs = 10_000;
const pauseMs = 250;

/** The ingestion for one request at the door: the log is on its own thread or, during a restart, with the next process. */
export function doorIntake(
  thread: LogThread,
  succession: Succession,
  maxBodyBytes: number,
): (request: IncomingMessage) => Intake {
  let heldBytes = 0;
  const atOnce = pLimit(maxAtOnce);
  // Everything that has waited arrives at once. A delivery that was stored although its response was an error is a duplicate in
  // the next attempt.
  const untilTaken = async (send: () => Promise<WebhookReply>): Promise<WebhookReply> => {
    for (const until = monotonicMs() + maxTryMs; ; await delay(pauseMs)) {
      const reply = await atOnce(send);
      if (reply.status !== 503 || monotonicMs() >= until) return reply;
    }
  };
  const answer = async (call: WebhookCall, request: IncomingMessage): Promise<WebhookReply> => {
    if (succession.next === null) return thread.answer(call);
    const { byteLength } = call.body;
    if (heldBytes + byteLength > maxHeldBytes) return busy({ reason: "Too many deliveries wait for the restart" });
    heldBytes += byteLength;
    const next = await succession.next;
    const reply = await untilTaken(() => {
      if (next !== null) return next.deliver(call, request);
      return thread.answer({ ...call, deadline: monotonicMs() + patienceMs });
    });
    heldBytes -= byteLength;
    return reply;
  };
  const shared = {
    maxBodyBytes,
    strangers: strangersLane(),
    refused: new RefusedCalls((count, lastAt) => thread.countRefused(count, lastAt)),
    tokens: async () => thread.tokens,
  };
  return (request) => ({ ...shared, answer: (call) => answer(call, request) });
}
