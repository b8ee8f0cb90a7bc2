import { plainText } from "@/lib/text/plain-text";
import { readMessageText } from "./message-text";
import type { ReadMessage } from "./read-message";

/** Whether the choice with this title at this index was picked; -1 if the index is unknown. */
export type IsChosen = (title: string, index: number) => boolean;

/**
 * Parses an answer once for all choices of a prompt. A button answer has the title of a button, several separated by commas, or
 * their indexes; other answers are matched by their text.
 */
export function chosenBy(answer: ReadMessage | null): IsChosen {
  if (answer === null || !answer.recognised) return () => false;
  if (answer.type === "button.response" && answer.content.indexes.length > 0) {
    const places = new Set(answer.content.indexes);
    return (_, index) => places.has(index);
  }
  const given = new Set(titlesIn(answer).map(comparable));
  return (title) => {
    const wanted = comparable(title);
    return wanted !== "" && given.has(wanted);
  };
}

function titlesIn(answer: Extract<ReadMessage, { recognised: true }>): string[] {
  if (answer.type === "button.response") {
    const { chosen } = answer.content;
    return [...chosen, ...chosen.flatMap((one) => one.split(","))];
  }
  if (answer.type === "poll.response") return answer.content.chosen;
  if (answer.type === "interactive.response") return [answer.content.title, answer.content.id];
  if (answer.type === "response") return [answer.content.text, readMessageText(answer)];
  return [readMessageText(answer)];
}

function comparable(text: string): string {
  return plainText(text).toLowerCase();
}
