import type { Readable } from "node:stream";

/**
 * Why reading stopped. `limit`: more than the limit arrived. `futile`: the first chunk makes the rest useless. `broken`: the
 * connection closed before the end.
 */
export type ReadOutcome = "ended" | "limit" | "futile" | "slow" | "broken" | "crowded";

/** Reads a request's body in steps, so that the caller can check the first part before it allows more. */
export class BodyReader {
  readonly #body: Readable | null;
  readonly #pieces: Uint8Array[] = [];
  #size = 0;
  #hasEnded: boolean;
  #isBroken = false;
  #stop: (outcome: ReadOutcome) => void = () => {};
  #limit = 0;
  #isFutile: (start: Uint8Array) => boolean = () => false;

  /** @param body null if the request has none */
  constructor(body: Readable | null) {
    this.#body = body;
    this.#hasEnded = body === null;
    body?.once("end", () => {
      this.#hasEnded = true;
      this.#stop("ended");
    });
    const broken = () => {
      this.#isBroken = true;
      this.#stop("broken");
    };
    body?.once("error", broken);
    body?.once("close", broken);
  }

  /** Whether the whole body has arrived. */
  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Number of bytes received. */
  get size(): number {
    return this.#size;
  }

  /** Reads until the body ends, more than `limit` bytes in total have arrived, or its first chunk `isFutile`. */
  async read(limit: number, timeoutMs: number, isFutile = (_start: Uint8Array) => false): Promise<ReadOutcome> {
    const body = this.#body;
    if (body === null || this.#hasEnded) return this.#size > limit ? "limit" : "ended";
    if (this.#size > limit) return "limit";
    if (this.#isBroken || body.destroyed) return "broken";
    this.#limit = limit;
    this.#isFutile = isFutile;
    if (body.listenerCount("data") === 0) body.on("data", this.#take);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#stop("slow"), timeoutMs);
      this.#stop = (outcome) => {
        this.#stop = () => {};
        clearTimeout(timer);
        if (outcome !== "ended") body.pause();
        resolve(outcome);
      };
      body.resume();
    });
  }

  /** Ends a `read` in progress, to free its slot. */
  interrupt(): void {
    this.#stop("crowded");
  }

  /** Releases the received bytes, since the connection may stay open for a moment. */
  discard(): void {
    this.#body?.off("data", this.#take);
    this.#pieces.length = 0;
    this.#size = 0;
  }

  /** The bytes received so far. */
  bytes(): Uint8Array {
    const [first, second] = this.#pieces;
    if (first !== undefined && second === undefined) return first;
    const joined = Buffer.concat(this.#pieces, this.#size);
    // Joined only once.
    if (second !== undefined) this.#pieces.splice(0, this.#pieces.length, joined);
    return joined;
  }

  readonly #take = (piece: Uint8Array) => {
    this.#size += piece.byteLength;
    this.#pieces.push(piece);
    if (this.#pieces.length === 1 && this.#isFutile(piece)) this.#stop("futile");
    else if (this.#size > this.#limit) this.#stop("limit");
  };
}
