import { textOfWords, wordsOf } from "@/components/inbox/search/search-words";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { filterChips } from "./filter-chips";
import { filtersOfTab, tabOfFilters } from "./status-tab";

/** A part of the filters that can be removed separately. */
export interface FilterPart {
  id: string;
  /** As in "without …". */
  name: string;
  without: Partial<ConversationFilters>;
}

/** All active parts: the search text, each chip, the tab. */
export function filterParts(filters: ConversationFilters): FilterPart[] {
  const words = textOfWords(filters);
  const isSole = wordsOf(filters).q.length > 0;
  const tab = tabOfFilters(filters);
  return [
    ...(words === "" ? [] : [{ id: "words", name: `“${words}”`, without: isSole ? { q: [] } : { "q.all": [] } }]),
    ...filterChips(filters).map(({ id, name, relation, value, without }) => ({
      id,
      name: [name, relation, value].filter((part) => part !== "").join(" "),
      without,
    })),
    ...(tab === "all" ? [] : [{ id: "tab", name: `the tab “${tab}”`, without: filtersOfTab("all", filters) }]),
  ];
}
