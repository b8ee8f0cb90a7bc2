import "server-only";
import type { Store } from "@/lib/store/connection/client";

/**
 * The account's label names: events often contain only an id (docs/support-hunt/webhook.md §3).
 *
 * @param isMasked the names are for a viewer who sees no personal data
 */
export async function labelNames(
  { reader }: Store,
  labelIds: readonly string[],
  isMasked: boolean,
): Promise<(accountKey: string, labelId: string) => string | null> {
  const ids = [...new Set(labelIds)];
  const labels = ids.length === 0 ? [] : await reader.label.findMany({ where: { labelId: { in: ids } } });
  const names = new Map(
    labels.map(({ accountKey, labelId, name, shownName }) => [
      JSON.stringify([accountKey, labelId]),
      isMasked ? shownName : name,
    ]),
  );
  return (accountKey, labelId) => names.get(JSON.stringify([accountKey, labelId])) ?? null;
}
