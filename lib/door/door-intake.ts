import "server-only";
import { type Intake, strangersLane } from "@/lib/ingest/intake";
import { RefusedCalls } from "@/lib/ingest/refused-calls";
import type { WebhookCall, WebhookReply } from "@/lib/ingest/webhook-call";
import type { LogThread } from "./log-thread";

/** Ingestion at the door: the log is on a thread of its own. */
export function doorIntake(thread: LogThread, maxBodyBytes: number): Intake {
  return {
    maxBodyBytes,
    strangers: strangersLane(),
    refused: new RefusedCalls((count, lastAt) => thread.countRefused(count, lastAt)),
    tokens: async () => thread.tokens,
    answer: (call: WebhookCall): Promise<WebhookReply> => thread.answer(call),
  };
}
