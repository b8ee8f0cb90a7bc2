import { quotedMessage, quoteNames } from "@/lib/messages/parts/quoted-message";
import { fieldNames } from "./field-names";
import type { ReadMessage } from "./read-message";
import { type UnreadField, unreadFields } from "./unread-fields";

/** Next dialog of the bot and layout of buttons: published, but not content. */
const routing = ["next_dialog", "buttons_order", "browser_window"];
/** A button's `callback` is parsed by custom code. */
const linkNames = ["web_url", "url", "link"];
const remembered = new WeakMap<ReadMessage, readonly UnreadField[]>();

/** Fields of a recognised message that its definition does not read; empty for one that is shown as data. */
export function unreadOfMessage(message: ReadMessage): readonly UnreadField[] {
  if (!message.recognised) return [];
  const known = remembered.get(message);
  if (known !== undefined) return known;
  const quoted = quotedMessage(message.sent);
  const names = fieldNames(message.definition.content);
  const unread = unreadFields(message.sent, {
    content: [message.content, message.sentType, quoted],
    names: new Set(["type", ...linkNames, ...names, ...(quoted === null ? [] : quoteNames)]),
    settled: new Set([...routing, ...(message.definition.settled ?? [])]),
  });
  remembered.set(message, unread);
  return unread;
}
