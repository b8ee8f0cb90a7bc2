import "server-only";
import { Client } from "pg";
import { postgresConfig } from "./postgres-config";

/** The NOTIFY channel of transactions that project events. */
export const commitChannel = "playhead_commit";

const firstPauseMs = 100;
const longestPauseMs = 5000;

/**
 * Listens for the commits of all processes on a Postgres database. It uses its own connection, which is open while there are
 * listeners and is replaced when it breaks. A notice may be lost while it is broken, so each new connection counts as one;
 * listeners must also poll the database from time to time.
 */
export class CommitNotices {
  readonly #url: string;
  readonly #listeners = new Set<() => void>();
  #client: Client | null = null;
  #isConnecting = false;
  #retry: NodeJS.Timeout | null = null;
  #pauseMs = firstPauseMs;

  constructor(url: string) {
    this.#url = url;
  }

  /** Calls `listener` at each notice. It must be fast and must not throw. Returns a function that removes the listener. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#client === null && this.#retry === null && !this.#isConnecting) void this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Closes the connection and removes all listeners. */
  close(): void {
    this.#listeners.clear();
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#drop(this.#client);
  }

  async #connect(): Promise<void> {
    this.#isConnecting = true;
    const config = await postgresConfig(this.#url);
    this.#isConnecting = false;
    if (this.#listeners.size === 0) return;
    const client = new Client({ ...config, connectionTimeoutMillis: 3000, keepAlive: true });
    this.#client = client;
    client.on("notification", () => this.#tell());
    client.on("error", () => this.#lose(client));
    client.on("end", () => this.#lose(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${commitChannel}`);
      this.#pauseMs = firstPauseMs;
      this.#tell();
    } catch {
      this.#lose(client);
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Reconnects after a delay, once per broken connection. */
  #lose(client: Client): void {
    if (client !== this.#client) return;
    this.#drop(client);
    if (this.#listeners.size === 0) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#connect();
    }, this.#pauseMs);
    this.#retry.unref();
    this.#pauseMs = Math.min(2 * this.#pauseMs, longestPauseMs);
  }

  #drop(client: Client | null): void {
    this.#client = null;
    client?.end().catch(() => {});
  }
}
