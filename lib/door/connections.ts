import type { Socket } from "node:net";

interface Limits {
  limit?: number;
  /** A connection opened or used this recently is not considered idle. */
  graceMs?: number;
}

/** Below the usual limit of open files. */
const maxConnections = 4000;

interface Connection {
  /** When it was opened, or its last request ended. */
  usedAt: number;
  requests: number;
  isTrusted: boolean;
}

/**
 * Limits the number of open connections. Above the limit, idle connections without a valid token are closed first, the oldest
 * before others. Connections that carried a delivery are closed only if there are no others, the least recently used first.
 */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  readonly #limit: number;
  readonly #graceMs: number;

  constructor({ limit = maxConnections, graceMs = 1000 }: Limits = {}) {
    this.#limit = limit;
    this.#graceMs = graceMs;
  }

  /** Adds a connection, or closes it if there is no room. */
  add(socket: Socket): void {
    const own = { usedAt: performance.now(), requests: 0, isTrusted: false };
    if (this.#open.size >= this.#limit && !this.#makeRoom(own.usedAt)) return void socket.destroy();
    this.#open.set(socket, own);
    socket.once("close", () => this.#open.delete(socket));
  }

  /** Number of open connections. */
  get size(): number {
    return this.#open.size;
  }

  /** Number of requests in progress. */
  get requests(): number {
    let sum = 0;
    for (const { requests } of this.#open.values()) sum += requests;
    return sum;
  }

  /** Registers a request on a connection. Returns a function to call at its end. */
  use(socket: Socket): () => void {
    const connection = this.#open.get(socket);
    if (connection === undefined) return () => {};
    connection.requests += 1;
    return () => {
      connection.requests -= 1;
      connection.usedAt = performance.now();
    };
  }

  /** Registers a delivery with a valid token on a connection. */
  trust(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection !== undefined) connection.isTrusted = true;
  }

  #makeRoom(now: number): boolean {
    let leastRecent: { socket: Socket; usedAt: number } | null = null;
    for (const [socket, { requests, isTrusted, usedAt }] of this.#open) {
      if (requests > 0 || now - usedAt < this.#graceMs) continue;
      if (!isTrusted) return this.#close(socket);
      if (leastRecent === null || usedAt < leastRecent.usedAt) leastRecent = { socket, usedAt };
    }
    return leastRecent !== null && this.#close(leastRecent.socket);
  }

  #close(socket: Socket): true {
    this.#open.delete(socket);
    socket.destroy();
    return true;
  }
}
