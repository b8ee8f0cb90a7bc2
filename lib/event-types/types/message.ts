import * as z from "zod";
import { addMessage } from "@/lib/conversation/add-message";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import { unreadOutsideMessage } from "@/lib/event-types/unfamiliar/unread-outside-message";
import { readActor } from "@/lib/events/actor";
import type { Actor } from "@/lib/events/event";
import { categories } from "@/lib/events/event-category";
import { identifier } from "@/lib/events/identifier";
import { messageSearchText } from "@/lib/messages/message-search-text";
import { readMessageLines, readMessageText } from "@/lib/messages/message-text";
import { definitionOf, type ReadMessage, readMessage } from "@/lib/messages/read-message";

const payload = z
  .object({ message_by: z.unknown().transform(readActor).optional(), message: z.unknown().optional() })
  .transform((sent) => ({ by: sent.message_by ?? null, message: readMessage(sent.message) }));

/** A message. One of an unknown type still counts as a message and is shown as data. */
export const message: EventDefinition<"message", { by: Actor | null; message: ReadMessage }> = {
  type: "message",
  payload,
  sentence: (said) => [readMessageText(said.message, said.by?.type)],
  lines: (said) => readMessageLines(said.message, said.by?.type),
  searchText: ({ by, message }, event) =>
    [
      messageSearchText(message, { line: event.text, by: by?.type }),
      ...unreadOutsideMessage(event.payload, event.actor).flatMap(({ path, value }) => [path, String(value)]),
    ].join("\n"),
  row: "message",
  icon: "message",
  category: ({ messageType }) => (isPrompt(messageType) ? categories.prompt : categories.message),
  messageType: (said) => identifier(said.message.sentType),
  problem: (said) => (said.message.recognised ? null : said.message.reason),
  apply: addMessage,
};

/** Whether a message type is a prompt or an answer. */
function isPrompt(messageType: string | null): boolean {
  if (messageType === null) return false;
  const asks = (definitionOf(messageType)?.answeredBy ?? []).length > 0;
  return asks || messageType.trim().toLowerCase().endsWith(".response");
}
