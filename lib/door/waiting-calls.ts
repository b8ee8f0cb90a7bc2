import "server-only";
import { busy, type WebhookCall, type WebhookReply } from "@/lib/ingest/webhook-call";
import { monotonicMs } from "@/lib/time/monotonic";
import type { NumberedCall } from "./thread-messages";

/** Maximum bytes of deliveries in the thread, including those whose deadline has passed. */
const maxWaitingBytes = 128 * 1024 ** 2;
/** This many calls are worth a separate message and commit, as long as the thread is idle. */
const manyCalls = 8;

interface Waiting {
  call: WebhookCall;
  /** Null once it is answered: its bytes count until the thread has finished it. */
  settle: ((reply: WebhookReply) => void) | null;
  /** Whether a thread has crashed while processing it. */
  wasLost: boolean;
}

/**
 * The webhook calls that the log thread has not finished. Calls that arrive in one turn of the event loop are sent in one message,
 * or in two so that the thread is not idle during a long turn.
 */
export class WaitingCalls {
  readonly #send: () => void;
  readonly #waiting = new Map<number, Waiting>();
  #unsent: number[] = [];
  #bytes = 0;
  #lastNumber = 0;

  /** @param send called when it is time to send what `takeUnsent` returns */
  constructor(send: () => void) {
    this.#send = send;
  }

  get size(): number {
    return this.#waiting.size;
  }

  get hasUnsent(): boolean {
    return this.#unsent.length > 0;
  }

  /** Resolves with the reply: `busy` at the call's deadline, and immediately if too many bytes are waiting. */
  add(call: WebhookCall): Promise<WebhookReply> {
    const { byteLength } = call.body;
    if (this.#bytes + byteLength > maxWaitingBytes) return Promise.resolve(busy());
    return new Promise((resolve) => {
      const number = ++this.#lastNumber;
      const timer = setTimeout(() => this.#settle(number, busy()), Math.max(0, call.deadline - monotonicMs()));
      const settle = (reply: WebhookReply) => {
        clearTimeout(timer);
        resolve(reply);
      };
      this.#bytes += byteLength;
      this.#waiting.set(number, { call, settle, wasLost: false });
      this.#unsent.push(number);
      const hasNothing = this.#waiting.size === this.#unsent.length;
      if (hasNothing && this.#unsent.length === manyCalls) this.#send();
      if (this.#unsent.length === 1) setImmediate(this.#send);
    });
  }

  /** Takes the calls that were not sent; `bytes` are their bodies, one after another, in a buffer that can be transferred. */
  takeUnsent(): { calls: NumberedCall[]; bytes: Uint8Array<ArrayBuffer> } {
    const calls: NumberedCall[] = [];
    const bodies: Uint8Array[] = [];
    for (const number of this.#unsent.splice(0)) {
      const waiting = this.#waiting.get(number);
      if (waiting === undefined) continue;
      const { body, ...rest } = waiting.call;
      calls.push({ ...rest, number, byteLength: body.byteLength });
      bodies.push(body);
    }
    return { calls, bytes: joined(bodies) };
  }

  /** The thread has finished a call. */
  finish(number: number, reply: WebhookReply): void {
    const waiting = this.#waiting.get(number);
    if (waiting === undefined) return;
    this.#waiting.delete(number);
    this.#bytes -= waiting.call.body.byteLength;
    waiting.settle?.(reply);
  }

  /** The thread has crashed. Unanswered calls are sent again, except those that have crashed two. */
  sendAgain(): void {
    for (const [number, waiting] of this.#waiting) {
      const isDone = waiting.settle === null || (waiting.wasLost && !this.#unsent.includes(number));
      if (isDone) this.finish(number, busy());
      else waiting.wasLost = true;
    }
    this.#unsent = [...this.#waiting.keys()];
  }

  /** The thread has been stopped. */
  rejectAll(): void {
    for (const number of this.#waiting.keys()) this.finish(number, busy());
    this.#unsent = [];
  }

  #settle(number: number, reply: WebhookReply): void {
    const waiting = this.#waiting.get(number);
    waiting?.settle?.(reply);
    if (waiting !== undefined) waiting.settle = null;
  }
}

/** Copies bodies, which are parts of larger buffers, into one buffer that can be transferred. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}
