const day = 86_400_000;

/** The address of a bot's map, without parameters. */
export function flowPath(bot: string): string {
  return `/flows/${encodeURIComponent(bot)}`;
}

/** The map of a bot with the path of a conversation, in the 30 days around its start. */
export function pathOnMap(bot: string, { key, createdAt }: { key: string; createdAt: string }): string {
  const start = Date.parse(createdAt);
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
  const parameters = new URLSearchParams({ from: dayOf(start - 15 * day), to: dayOf(start + 15 * day), path: key });
  return `${flowPath(bot)}?${parameters}`;
}
