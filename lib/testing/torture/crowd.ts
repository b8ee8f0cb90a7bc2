import { setTimeout as pause } from "node:timers/promises";
import { eventOf } from "@/lib/testing/deliver";
import { pick, randomNumbers } from "@/lib/testing/many-conversations";
import { webhookToken } from "./webhook-process";

/** A response of the webhook, or a failed request. */
export interface Attempt {
  /** 0 if the connection failed. */
  status: number;
  startedAt: number;
  ms: number;
}

interface Options {
  senders: number;
  /** Maximum events per delivery. */
  batch?: number;
  seed?: number;
  /** Distinguishes the events of several crowds. */
  name?: string;
}

/**
 * Senders that each send deliveries sequentially and retry what was not acknowledged, as often as necessary. Some events arrive
 * late, some responses are lost. Records everything acknowledged.
 */
export class Crowd {
  /** The texts of all events of acknowledged deliveries. */
  readonly acknowledged = new Set<string>();
  readonly attempts: Attempt[] = [];
  /** Unexpected responses, which fail the test. */
  readonly surprises: string[] = [];
  readonly #address: () => string;
  readonly #random: () => number;
  readonly #batch: number;
  readonly #name: string;
  #isStopping = false;
  #isAbandoned = false;
  readonly #senders: Promise<void>[];

  /** Starts sending to the current result of `address`. */
  constructor(address: () => string, { senders, batch = 4, seed = 1, name = "crowd" }: Options) {
    this.#address = address;
    this.#random = randomNumbers(seed);
    this.#batch = batch;
    this.#name = name;
    this.#senders = Array.from({ length: senders }, (_, sender) => this.#send(sender));
  }

  /** Resolves when `count` events are acknowledged. */
  async reaches(count: number): Promise<void> {
    while (this.acknowledged.size < count && this.surprises.length === 0) await pause(5);
  }

  /** Lets each sender finish: resolves when everything sent is acknowledged. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#senders);
  }

  /** Stops retrying what is not acknowledged. */
  abandon(): void {
    this.#isAbandoned = true;
  }

  async #send(sender: number): Promise<void> {
    for (let place = 0; !this.#isStopping && this.surprises.length === 0; place++) {
      const count = 1 + Math.floor(this.#random() * this.#batch);
      const texts = Array.from(
        { length: count },
        (_, event) => `${this.#name} delivery ${sender}-${place} event ${event}`,
      );
      const body = JSON.stringify({ events: texts.map((text) => this.#event(text)) });
      while (!(await this.#attempt(body, texts)) && !this.#isAbandoned) await pause(10);
    }
  }

  #event(text: string): object {
    const key = `c0ffee00000000000000000000000${String(Math.floor(this.#random() * 40)).padStart(3, "0")}1693552452`;
    const second = String(Math.floor(this.#random() * 60)).padStart(2, "0");
    const micros = String(Math.floor(this.#random() * 1e6)).padStart(6, "0");
    const by = { type: pick(this.#random, ["visitor", "bot", "user"]), id: "1", email: null };
    const payload = { message_by: by, message: { type: "text", text } };
    return eventOf("message", payload, `2024-01-01 00:00:${second}.${micros}`, key);
  }

  /** Whether it was acknowledged, or should not be retried. */
  async #attempt(body: string, texts: readonly string[]): Promise<boolean> {
    const startedAt = performance.now();
    const answer = await post(this.#address(), body);
    this.attempts.push({ status: answer?.status ?? 0, startedAt, ms: performance.now() - startedAt });
    if (answer === null) return false;
    if (answer.status === 503 && Number(answer.retryAfter) > 0) return false;
    const { accepted = 0, duplicates = 0 } = answer.status === 200 ? JSON.parse(answer.text) : {};
    if (accepted + duplicates === texts.length) for (const text of texts) this.acknowledged.add(text);
    else this.surprises.push(`${answer.status} ${answer.text}`);
    return true;
  }
}

interface Answer {
  status: number;
  text: string;
  retryAfter: string | null;
}

/** Sends a body to the webhook; null if the connection fails before the complete response. */
export async function post(address: string, body: string, init: RequestInit = {}): Promise<Answer | null> {
  try {
    const headers = { "content-type": "application/json", token: webhookToken };
    const response = await fetch(`${address}/api/webhook`, { method: "POST", body, headers, ...init });
    return { status: response.status, text: await response.text(), retryAfter: response.headers.get("retry-after") };
  } catch {
    return null;
  }
}
