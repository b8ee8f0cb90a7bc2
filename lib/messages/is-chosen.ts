import { readMessageText } from "./message-text";
import { plainText } from "./plain-text";
import type { ReadMessage } from "./read-message";

/**
 * Whether `answer` picks the choice that stands at `index` with this title. A button answer names the button, or several
 * joined by commas, or their places; every other answer is taken by what it says.
 */
export function isChosen(answer: ReadMessage | null, title: string, index: number): boolean {
  if (answer === null || !answer.recognised) return false;
  const wanted = comparable(title);
  if (answer.type !== "button.response") return wanted !== "" && comparable(readMessageText(answer)) === wanted;
  if (answer.content.indexes.length > 0) return answer.content.indexes.includes(index);
  const chosen = answer.content.chosen;
  return (
    wanted !== "" && [...chosen, ...chosen.flatMap((one) => one.split(","))].some((one) => comparable(one) === wanted)
  );
}

function comparable(text: string): string {
  return plainText(text).toLowerCase();
}
