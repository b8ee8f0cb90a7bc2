import { storableText } from "@/lib/json/storable-text";
import { quotedMessage } from "@/lib/messages/parts/quoted-message";
import { leafTexts } from "@/lib/text/leaf-texts";
import { literalLine, plainText } from "@/lib/text/plain-text";
import type { ReadMessage } from "./read-message";
import { unreadOfMessage } from "./unread-of-message";

/** Fields that describe layout or routing, not content. */
const unsearched = new Set([
  ...["kind", "type", "layout", "mimeType", "executeAt", "picker", "format", "outcome", "link", "webUrl", "image"],
  ...["definition", "id", "priceParts", "nameParts", "vcard", "script", "currency"],
]);

/**
 * Text of a message for the search index: its `line` (`readMessageText`, as stored with an event), texts that the line omits
 * (descriptions, captions, footers), quoted text, and the fields that no definition reads, with their names.
 */
export function messageSearchText(
  message: ReadMessage,
  { line, by }: { line: string; by: string | undefined },
): string {
  const lineOf = by === "visitor" ? literalLine : plainText;
  const joined = (texts: readonly string[]) =>
    withMore(
      line,
      texts.map((text) => storableText(lineOf(text))),
    );
  if (!message.recognised) return joined(leafTexts(message.sent, new Set(["type"]), true));
  const unread = unreadOfMessage(message).flatMap(({ path, value }) => [path, String(value)]);
  const quoted = quotedMessage(message.sent)?.text ?? "";
  return joined([...leafTexts(message.content, unsearched, false), quoted, ...unread]);
}

/** Omits texts that the line already contains. A long line is not searched for each of many texts. */
function withMore(line: string, texts: readonly string[]): string {
  const said = new Set(line.split(" · "));
  const isSaid = (text: string) => text === "" || said.has(text) || (line.length < 2000 && line.includes(text));
  const more = texts.filter((text) => !isSaid(text));
  return [line, ...new Set(more)].join("\n");
}
