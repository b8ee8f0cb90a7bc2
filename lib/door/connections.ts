import type { Socket } from "node:net";

interface Limits {
  most?: number;
  /** A connection is new for so long, and may not have had its turn yet. */
  graceMs?: number;
}

/** Below the usual limit of open files. */
const mostConnections = 4000;

interface Connection {
  openedAt: number;
  requests: number;
  isTrusted: boolean;
}

/**
 * Bounds how many connections are open. When there are too many, those of strangers that do nothing go first, the oldest of
 * them before others. Connections over which a delivery came stay.
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
    const own = { openedAt: performance.now(), requests: 0, isTrusted: false };
    if (this.#open.size >= this.#most && !this.#makeRoom(own.openedAt)) return void socket.destroy();
    this.#open.set(socket, own);
    socket.once("close", () => this.#open.delete(socket));
  }

  /** A request came over it. Returns what notes its end. */
  use(socket: Socket): () => void {
    const connection = this.#open.get(socket);
    if (connection === undefined) return () => {};
    connection.requests += 1;
    return () => {
      connection.requests -= 1;
    };
  }

  /** A delivery with a valid token came over it. */
  trust(socket: Socket): void {
    const connection = this.#open.get(socket);
    if (connection !== undefined) connection.isTrusted = true;
  }

  #makeRoom(now: number): boolean {
    for (const [socket, { openedAt, requests, isTrusted }] of this.#open) {
      if (isTrusted || requests > 0 || now - openedAt < this.#graceMs) continue;
      this.#open.delete(socket);
      socket.destroy();
      return true;
    }
    return false;
  }
}
