import { leafTexts } from "@/lib/messages/leaf-texts";
import { messageSearchText } from "@/lib/messages/message-search-text";
import { plainText } from "@/lib/messages/plain-text";
import { readMessage } from "@/lib/messages/read-message";
import type { Event } from "./event";
import { isRecord } from "./is-record";
import { storableText } from "./storable-text";
import { unreadOfEvent } from "./unread-of-event";

/** All that an event says, for search: more than its one line, which comes first. */
export function searchTextOf(event: Event): string {
  const { type, payload, text, recognised } = event;
  if (type === "message" && isRecord(payload) && "message" in payload) {
    return storableText([messageSearchText(readMessage(payload.message), event.actor?.type), ...unreadTexts(event)].join("\n"));
  }
  const more = recognised ? unreadTexts(event) : leafTexts(payload, new Set(), true);
  return storableText([text, ...new Set(more.map(plainText))].join("\n"));
}

function unreadTexts(event: Event): string[] {
  return unreadOfEvent({ ...event, recognised: true }).flatMap(({ path, value }) => [path, String(value)]);
}
