import "server-only";
import type { Store } from "./open-store";

/**
 * Opens a connection of each client: the first use of a connection verifies it.
 *
 * @throws AppError database_unsafe when one would lose what it has acknowledged; what the driver throws when none can be opened
 */
export async function verifyConnections({ reader, records, writer }: Store): Promise<void> {
  await Promise.all([reader, records, writer].map((client) => client.$queryRaw`SELECT 1`));
}
