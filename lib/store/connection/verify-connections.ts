import "server-only";
import type { Store } from "./open-store";

/**
 * Opens a connection of each client: a connection is verified at first use.
 *
 * @throws AppError database_unsafe when one could lose acknowledged data; the driver's error when none can be opened
 */
export async function verifyConnections({ reader, records, writer }: Store): Promise<void> {
  await Promise.all([reader, records, writer].map((client) => client.$queryRaw`SELECT 1`));
}
