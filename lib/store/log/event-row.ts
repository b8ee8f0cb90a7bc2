import "server-only";
import { searchTextOf } from "@/lib/event-types/search-text";
import type { Event } from "@/lib/events/event";
import { accentText } from "@/lib/search/accent-text";
import { foldText } from "@/lib/search/fold-for-search";
import type { Columns } from "@/lib/store/connection/json-rows";
import { shorten } from "@/lib/store/reads/shorten";

/** The columns of an event's row that are derived from its text and position: a rebuild may change them. */
export const eventColumns = {
  type: "text",
  messageType: "text",
  actorType: "text",
  recognised: "boolean",
  searchText: "text",
  accentText: "text",
} satisfies Columns;

/** The derived columns of an event's row. */
export function eventRow(event: Event) {
  const { type, messageType, actor, recognised } = event;
  const folded = foldText(searchTextOf(event));
  return {
    type,
    messageType: messageType === null ? null : shorten(messageType),
    actorType: actor === null ? null : shorten(actor.type),
    recognised,
    searchText: folded.plain,
    accentText: accentText(folded),
  };
}
