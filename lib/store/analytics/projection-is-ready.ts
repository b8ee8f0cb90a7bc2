import "server-only";
import type { Store } from "@/lib/store/connection/client";
import type { Projection } from "@/lib/store/projections/projection";

/** Whether the rows of all conversations are up to date: not while an upgrade rebuilds them. */
export async function projectionIsReady({ reader }: Store, projection: Projection): Promise<boolean> {
  const rows = await reader.projection.findMany();
  const stored = rows.find(({ name }) => name === projection.name);
  // A database that has never needed a rebuild has no rows.
  return rows.length === 0 || (stored?.version ?? 0) >= projection.version;
}
