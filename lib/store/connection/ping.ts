import "server-only";
import type { Store } from "./open-store";

/** Reads from the database once. @throws what the driver throws while the database does not answer */
export async function ping({ reader }: Store): Promise<void> {
  await reader.$queryRaw`SELECT 1`;
}
