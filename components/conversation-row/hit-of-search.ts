import type { SearchHit, Summary } from "@/lib/conversation/conversation";
import { namer } from "@/lib/search/is-found";

/** The hit shown in a row: messages before other events. Hits in the title are marked there. */
export function shownHit({ hits }: Pick<Summary, "hits">): SearchHit | null {
  const candidates = hits?.first.filter(({ kind }) => kind !== "title") ?? [];
  return candidates.find(({ kind }) => kind !== "event") ?? candidates[0] ?? null;
}

/**
 * A conversation's `href` at the hit shown in its row, with the same words in find (`?event=…&find=…`).
 *
 * @param searchText as typed; otherwise the words as they appear in the hit
 */
export function hrefOfHit(href: string, summary: Pick<Summary, "hits">, searchText: string | undefined): string {
  const hit = shownHit(summary);
  if (hit === null || hit.eventId === null) return href;
  const found = hit.text.slice(hit.start, hit.end);
  const isSame = searchText !== undefined && namer(searchText)(found);
  const parameters = new URLSearchParams({ event: hit.eventId, find: isSame ? searchText : found });
  return `${href}${href.includes("?") ? "&" : "?"}${parameters}`;
}
