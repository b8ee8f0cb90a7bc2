import { leafTexts } from "@/lib/messages/text/leaf-texts";
import { plainText } from "@/lib/messages/text/plain-text";
import type { Event } from "./event";
import { interpret } from "./interpret";
import { storableText } from "./json/storable-text";
import { unreadOfEvent } from "./unfamiliar/unread-of-event";

/** All that an event says, for search: more than its one line, which comes first. */
export function searchTextOf(event: Event): string {
  const own = interpret(event).searchText?.(event);
  if (own !== undefined) return storableText(own);
  const { payload, text, recognised } = event;
  const more = recognised
    ? unreadOfEvent(event).flatMap(({ path, value }) => [path, String(value)])
    : leafTexts(payload, new Set(), true);
  return storableText([text, ...new Set(more.map(plainText))].join("\n"));
}
