import { Agent, request as httpRequest } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { eventOf } from "./deliver";

interface Way {
  agent?: Agent;
  /** The body is sent in this many chunks, with a pause after each. */
  pieces?: number;
  pauseMs?: number;
}

/** Sends a delivery of one message. Rejects if the connection fails before the response. */
export function deliverMessage(
  { port, token }: { port: number; token: string },
  text: string,
  { agent, pieces = 1, pauseMs = 0 }: Way = {},
): Promise<{ status: number; connection: string | undefined }> {
  const by = { type: "visitor", id: "1", email: null };
  const event = eventOf("message", { message_by: by, message: { type: "text", text } }, "2024-01-01 00:00:00");
  const body = JSON.stringify({ events: [event] });
  const headers = { token, "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const options = { port, path: "/api/webhook", method: "POST", headers, agent: agent ?? (false as const) };
    const request = httpRequest(options, (response) => {
      response.resume().once("end", () => {
        resolve({ status: response.statusCode ?? 0, connection: response.headers.connection });
      });
    });
    request.once("error", reject);
    void (async () => {
      const length = Math.ceil(body.length / pieces);
      for (let at = 0; at < body.length; at += length, await pause(pauseMs)) request.write(body.slice(at, at + length));
      request.end();
    })();
  });
}

/** Results of the deliveries since the last figures. */
export interface LoadFigures {
  sent: number;
  /** Deliveries without a 200, by status or connection error. */
  refused: (number | string)[];
  longestMs: number;
}

/**
 * A hundred deliveries per second, independent of earlier responses, each sent once: alternately over a new connection and over
 * kept ones.
 */
export class SteadyLoad {
  /** The texts of all deliveries answered with 200. */
  readonly acknowledged = new Set<string>();
  readonly #server: { port: number; token: string };
  readonly #kept = new Agent({ keepAlive: true });
  readonly #open = new Set<Promise<void>>();
  readonly #timer: NodeJS.Timeout;
  #count = 0;
  #figures: LoadFigures = { sent: 0, refused: [], longestMs: 0 };

  constructor(server: { port: number; token: string }) {
    this.#server = server;
    const startedAt = performance.now();
    this.#timer = setInterval(() => {
      // A late timer sends everything due.
      for (const due = (performance.now() - startedAt) / 10; this.#count < due; ) this.#send();
    }, 10);
  }

  /** Resolves when `more` deliveries are acknowledged. */
  async goesOn(more: number): Promise<void> {
    for (const wanted = this.acknowledged.size + more; this.acknowledged.size < wanted; ) await pause(5);
  }

  /** Resolves when everything sent so far is answered, and resets the counts. */
  async figures(): Promise<LoadFigures> {
    const figures = this.#figures;
    this.#figures = { sent: 0, refused: [], longestMs: 0 };
    await Promise.all(this.#open);
    return figures;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#open);
    this.#kept.destroy();
  }

  #send(): void {
    const text = `delivery ${++this.#count}`;
    const figures = this.#figures;
    figures.sent++;
    const startedAt = performance.now();
    const connectionOptions = this.#count % 2 === 0 ? { agent: this.#kept } : {};
    const answered = deliverMessage(this.#server, text, connectionOptions)
      .then(
        ({ status }) => status,
        (error: Error) => error.message,
      )
      .then((status) => {
        if (status === 200) this.acknowledged.add(text);
        else figures.refused.push(status);
        figures.longestMs = Math.max(figures.longestMs, performance.now() - startedAt);
        this.#open.delete(answered);
      });
    this.#open.add(answered);
  }
}
