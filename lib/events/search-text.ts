import { messageSearchText } from "@/lib/messages/message-search-text";
import { readMessage } from "@/lib/messages/read-message";
import { leafTexts } from "@/lib/messages/text/leaf-texts";
import { plainText } from "@/lib/messages/text/plain-text";
import type { UnreadField } from "@/lib/messages/unread-fields";
import type { Event } from "./event";
import { isRecord } from "./is-record";
import { storableText } from "./storable-text";
import { unreadBesideMessage, unreadOfEvent } from "./unread-of-event";

/** All that an event says, for search: more than its one line, which comes first. */
export function searchTextOf(event: Event): string {
  const { type, payload, text, recognised } = event;
  if (type === "message" && isRecord(payload) && "message" in payload) {
    const said = messageSearchText(readMessage(payload.message), { line: text, by: event.actor?.type });
    return storableText([said, ...texts(unreadBesideMessage(payload, event.actor))].join("\n"));
  }
  const more = recognised ? texts(unreadOfEvent(event)) : leafTexts(payload, new Set(), true);
  return storableText([text, ...new Set(more.map(plainText))].join("\n"));
}

function texts(fields: readonly UnreadField[]): string[] {
  return fields.flatMap(({ path, value }) => [path, String(value)]);
}
