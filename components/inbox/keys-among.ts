import type { Summary } from "@/lib/conversation/conversation";
import { foldForSearch } from "@/lib/search/fold-for-search";

interface NamedKey {
  value: string;
  name: string;
}

/** The keys of the visitors and of the conversations that are called so, each once, in the order of the list. */
export function keysAmong(
  summaries: readonly Pick<Summary, "key" | "title" | "visitor">[],
  text: string,
): { visitor: NamedKey[]; key: NamedKey[] } {
  const sought = foldForSearch(text);
  const holds = (known: string | null) => known !== null && foldForSearch(known).includes(sought);
  const visitors = summaries
    .filter(({ title, visitor: { key, name, email } }) => [key, name, email, name === null ? title : null].some(holds))
    .map(({ title, visitor: { key, name, email } }) => [key, { value: key, name: name ?? email ?? title }] as const);
  return {
    visitor: [...new Map(visitors).values()],
    key: summaries
      .filter(({ key, title }) => holds(key) || holds(title))
      .map(({ key, title }) => ({ value: key, name: title })),
  };
}
