import type { Event } from "@/lib/events/event";
import type { ReadMessage } from "@/lib/messages/read-message";
import { messageIdentity } from "../message-identity";
import { givenTexts } from "./choices";

const maxWords = 60;
const maxWordLength = 60;

/** The values of a message that a variable may be set to: its line and each of its choices. */
export function wordsOf(message: ReadMessage, event: Event): string[] {
  const words = new Set<string>();
  for (const text of [event.text, ...givenTexts(message.sent)]) {
    if (words.size < maxWords && text.trim() !== "") words.add(wordOf(text));
  }
  return [...words];
}

/** Normalizes text for the comparison with variables. */
export function wordOf(text: string): string {
  const word = text.trim().toLowerCase();
  return word.length <= maxWordLength ? word : messageIdentity(word);
}
