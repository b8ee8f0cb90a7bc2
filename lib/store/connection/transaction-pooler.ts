import "server-only";
import { Client, type ClientConfig } from "pg";

/**
 * Whether a URL leads to a pooler in transaction mode: then a client's server connection can change between transactions, or
 * serve another client in the meantime.
 */
export async function isTransactionPooler(config: ClientConfig): Promise<boolean> {
  const clients = [new Client(config), new Client(config)];
  const seen = clients.map(() => new Set<number>());
  try {
    for (const client of clients) {
      client.on("error", () => {});
      await client.connect();
    }
    for (let round = 0; round < 3; round++) {
      for (const [place, client] of clients.entries()) {
        const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
        seen[place]?.add(rows[0]?.pid ?? 0);
      }
    }
    return new Set(seen.flatMap((pids) => [...pids])).size !== clients.length || seen.some(({ size }) => size !== 1);
  } finally {
    await Promise.allSettled(clients.map((client) => client.end()));
  }
}
