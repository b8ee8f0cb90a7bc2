import type { SearchHit, Summary } from "@/lib/conversation/conversation";
import { namer } from "@/lib/search/is-found";

/** The hit that a row shows: something said before what merely happened. The title shows its own. */
export function shownHit({ hits }: Pick<Summary, "hits">): SearchHit | null {
  const candidates = hits?.first.filter(({ kind }) => kind !== "title") ?? [];
  return candidates.find(({ kind }) => kind !== "event") ?? candidates[0] ?? null;
}

/**
 * `href` of a conversation, at the hit that its row shows, with the same words to find in it (`?event=…&find=…`).
 *
 * @param searchText as it was typed; else the words as they stand in the hit
 */
export function hrefOfHit(href: string, summary: Pick<Summary, "hits">, searchText: string | undefined): string {
  const hit = shownHit(summary);
  if (hit === null || hit.eventId === null) return href;
  const found = hit.text.slice(hit.start, hit.end);
  const isSame = searchText !== undefined && namer(searchText)(found);
  const parameters = new URLSearchParams({ event: hit.eventId, find: isSame ? searchText : found });
  return `${href}${href.includes("?") ? "&" : "?"}${parameters}`;
}
