import { unreadOfEvent } from "@/lib/event-types/unfamiliar/unread-of-event";
import type { Event } from "@/lib/events/event";
import { storableText } from "@/lib/json/storable-text";
import { leafTexts } from "@/lib/text/leaf-texts";
import { plainText } from "@/lib/text/plain-text";
import { interpret } from "./interpret";

/** The full text of an event for the search index, starting with its one-line text; empty if it was erased. */
export function searchTextOf(event: Event): string {
  if (event.erasedAt !== undefined) return "";
  const own = interpret(event).searchText?.(event);
  if (own !== undefined) return storableText(own);
  const { payload, text, recognised } = event;
  const more = recognised
    ? unreadOfEvent(event).flatMap(({ path, value }) => [path, String(value)])
    : leafTexts(payload, new Set(), true);
  return storableText([text, ...new Set(more.map(plainText))].join("\n"));
}
