import "server-only";
import type { IncomingMessage } from "node:http";
import { monotonicMs } from "@/lib/ingest/body/monotonic";
import { type Intake, strangersLane } from "@/lib/ingest/intake";
import { RefusedCalls } from "@/lib/ingest/refused-calls";
import { busy, type WebhookCall, type WebhookReply } from "@/lib/ingest/webhook-call";
import type { LogThread } from "./log-thread";
import type { Succession } from "./restart/succession";

/** Bytes of deliveries that wait at most while a restart hands the log over. */
const mostHeldBytes = 128 * 1024 ** 2;

/** Ingestion at the door, for one request: the log is on a thread of its own, or during a restart with the next process. */
export function doorIntake(
  thread: LogThread,
  succession: Succession,
  maxBodyBytes: number,
): (request: IncomingMessage) => Intake {
  let heldBytes = 0;
  const answer = async (call: WebhookCall, request: IncomingMessage): Promise<WebhookReply> => {
    if (succession.next === null) return thread.answer(call);
    const { byteLength } = call.body;
    if (heldBytes + byteLength > mostHeldBytes) return busy({ reason: "Too many deliveries wait for the restart" });
    heldBytes += byteLength;
    const heldAt = monotonicMs();
    const next = await succession.next;
    heldBytes -= byteLength;
    if (next !== null) return next.deliver(call, request);
    return thread.answer({ ...call, deadline: call.deadline + monotonicMs() - heldAt });
  };
  const shared = {
    maxBodyBytes,
    strangers: strangersLane(),
    refused: new RefusedCalls((count, lastAt) => thread.countRefused(count, lastAt)),
    tokens: async () => thread.tokens,
  };
  return (request) => ({ ...shared, answer: (call) => answer(call, request) });
}
