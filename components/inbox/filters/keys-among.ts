import type { Summary } from "@/lib/conversation/conversation";
import { finder } from "@/lib/search/is-found";

interface NamedKey {
  value: string;
  name: string;
}

/** The distinct keys of matching visitors and conversations, in the list's order. */
export function keysAmong(
  summaries: readonly Pick<Summary, "key" | "title" | "visitor">[],
  text: string,
): { visitor: NamedKey[]; key: NamedKey[] } {
  const isSought = finder(text);
  const holds = (known: string | null) => known !== null && isSought(known);
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
