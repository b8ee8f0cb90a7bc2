import { quotedMessage, quoteNames } from "@/lib/messages/parts/quoted-message";
import { fieldNames } from "./field-names";
import type { ReadMessage } from "./read-message";
import { type UnreadField, unreadFields } from "./unread-fields";

/** Where the bot goes next and how its buttons are laid out: published, and nothing that anybody said. */
const routing = ["next_dialog", "buttons_order", "browser_window"];
/** A button's `callback` is read by hand. */
const linkNames = ["web_url", "url", "link"];
const remembered = new WeakMap<ReadMessage, readonly UnreadField[]>();

/** What a recognised message carries that its definition does not read; nothing for one that is shown as data anyway. */
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
