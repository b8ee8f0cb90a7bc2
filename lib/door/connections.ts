import type { Socket } from "node:net";

interface Limits {
  most?: number;
  /** A connection that was opened or used so recently may be about to be used. */
  graceMs?: number;
}

/** Below the usual limit of open files. */
const mostConnections = 4000;

interface Connection {
  /** When it was opened, or a request over it ended. */
  usedAt: number;
  requests: number;
  isTrusted: boolean;
}

/**
 * Bounds how many connections are open. When there are too many, those of strangers that do nothing go first, the oldest of
 * them before others. Connections over which a delivery came go only where there are no others, one that was not used for long.
 */
export class Connections {
  readonly #open = new Map<Socket, Connection>();
  readonly #most: number;
  readonly #graceMs: number;

  constructor({ most = mostConnections, graceMs = 1000 }: Limits = {}) {
    this.#most = most;
    this.#graceMs = graceMs;
  }

  /** Takes a new connection, or closes it where there is no room. */
  add(socket: Socket): void {
    const own = { usedAt: performance.now(), requests: 0, isTrusted: false };
    if (this.#open.size >= this.#most && !this.#makeRoom(own.usedAt)) return void socket.destroy();
    this.#open.set(socket, own);
    socket.once("close", () => this.#open.delete(socket));
  }

  /** How many are open. */
  get size(): number {
    return this.#open.size;
  }

  /** How many requests are being answered. */
  get requests(): number {
    let sum = 0;
    for (const { requests } of this.#open.values()) sum += requests;
    return sum;
  }

  /** A request came over it. Returns what notes its end. */
  use(socket: Socket): () => void {
    const connection = this.#open.get(socket);
    if (connection === undefined) return () => {};
    connection.requests += 1;
    return () => {
      connection.requests -= 1;
      connection.usedAt = performance.now();
    };
  }

  /** A delivery with a valid token came over it. */
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
