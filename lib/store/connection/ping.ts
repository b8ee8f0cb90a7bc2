import "server-only";
import type { Store } from "./open-store";

/**
 * Runs a trivial query.
 *
 * @throws the driver's error while the database does not answer
 */
export async function ping({ reader }: Store): Promise<void> {
  await reader.$queryRaw`SELECT 1`;
}
