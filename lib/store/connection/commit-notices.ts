import "server-only";
import { Client } from "pg";
import { postgresConfig } from "./postgres-config";

/** Where a transaction that projects events gives notice. */
export const commitChannel = "playhead_commit";

const firstPauseMs = 100;
const longestPauseMs = 5000;

/**
 * Hears of the commits of all processes on a Postgres database, over a connection of its own that is there while somebody
 * listens and is made anew when it breaks. A notice may be missed while it is broken, so each new connection counts as one; who
 * listens looks at the database, from time to time without a notice too.
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

  /** Calls `listener`, which must be quick and must not throw, at each notice. Returns what ends it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#client === null && this.#retry === null && !this.#isConnecting) void this.#connect();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Ends the connection and forgets who listens. */
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

  /** Tries again after a while, once for each connection that breaks. */
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
