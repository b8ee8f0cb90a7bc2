import "server-only";
import { env } from "@/lib/env/env";
import { store } from "@/lib/store/client";
import { webhookTokens } from "@/lib/store/webhook-tokens";
import { answerCall } from "./answer-call";
import { announceCommit } from "./changes";
import { ingestMetrics } from "./ingest-metrics";
import { IngestThread } from "./ingest-thread";
import { busy, type WebhookCall, type WebhookReply } from "./webhook-call";
import { writer } from "./writer-of-process";

/** Where this process ingests: in a thread of its own, where there is one, else in the thread that answers requests. */
export class Ingestion {
  #thread: IngestThread | null = null;

  /** Answers a call, after the commit. Never throws; `busy` comes within three seconds. */
  async answer(call: WebhookCall): Promise<WebhookReply> {
    if (this.#thread?.isUsable) return this.#thread.answer(call);
    const secrets = await acceptedTokens();
    if (secrets === null) return busy();
    return answerCall(call, { writer: writer(), secrets, webhookReply: env().webhookReply });
  }

  /** How many deliveries are not answered yet. */
  get waiting(): number {
    return writer().waiting + (this.#thread?.waiting ?? 0);
  }

  /** Moves what is left to do after a request is read to a thread of its own. Resolves when it has taken over, or cannot. */
  async startThread(): Promise<void> {
    const thread = new IngestThread({
      database: env().database,
      secrets: acceptedTokens,
      onCommit: (commit) => ingestMetrics().countCommit(commit),
      onFolded: announceCommit,
    });
    this.#thread = thread;
    store().onFoldedWanted(() => thread.hurry());
    await thread.started;
  }

  /** Ends the thread, with its connection to the database. */
  async end(): Promise<void> {
    await this.#thread?.end();
  }

  /** Resolves when all calls so far are answered. */
  async drain(): Promise<void> {
    await Promise.all([writer().drain(), this.#thread?.drain()]);
  }
}

// On globalThis, because Next bundles the routes and instrumentation apart.
const shared = globalThis as typeof globalThis & { playheadIngestion?: Ingestion };

/** The process's one ingestion. */
export function ingestion(): Ingestion {
  shared.playheadIngestion ??= new Ingestion();
  return shared.playheadIngestion;
}

/** `null` while the database has not said yet which tokens it holds. */
async function acceptedTokens(): Promise<string[] | null> {
  try {
    return [...env().webhookTokens, ...(await webhookTokens(store()))];
  } catch {
    return null;
  }
}
