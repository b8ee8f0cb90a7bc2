import "server-only";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/connection/client";
import { addRefusedCalls } from "@/lib/store/log/refused-calls";
import { webhookTokens } from "@/lib/store/records/webhook-token-cache";
import { answerCall } from "./answer-call";
import { type Intake, strangersLane } from "./intake";
import { RefusedCalls } from "./refused-calls";
import { isPrepared } from "./service-preparation";
import { busy, type WebhookCall, type WebhookReply } from "./webhook-call";
import { writer } from "./writer-of-process";

/** Ingestion without a door: in development, under `next start`, and on Vercel. */
class Ingestion implements Intake {
  readonly strangers = strangersLane();
  readonly maxBodyBytes = env().maxBodyBytes;
  // Counts may be lost while the database is unavailable.
  readonly refused = new RefusedCalls((count, lastAt) => addRefusedCalls(store(), count, lastAt).catch(() => {}));

  /** `null` until the database has been read. */
  async tokens(): Promise<readonly string[] | null> {
    try {
      return [...env().webhookTokens, ...(await webhookTokens(store()))];
    } catch {
      return null;
    }
  }

  async answer(call: WebhookCall): Promise<WebhookReply> {
    const secrets = await this.tokens();
    if (secrets === null || !isPrepared()) return busy();
    return answerCall(call, { writer: writer(), secrets, webhookReply: env().webhookReply });
  }

  /** Number of unanswered deliveries. */
  get waiting(): number {
    return writer().waiting;
  }

  /** Resolves when all calls so far are answered. */
  async drain(): Promise<void> {
    await writer().drain();
  }
}

// On globalThis, because Next bundles routes and instrumentation separately.
const shared = globalThis as typeof globalThis & { playheadIngestion?: Ingestion };

/** The process's only ingestion. */
export function ingestion(): Ingestion {
  shared.playheadIngestion ??= new Ingestion();
  return shared.playheadIngestion;
}
