import { readableTexts } from "@/lib/text/readable-texts";
import { typeInWords } from "@/lib/text/type-in-words";

/** One-line text for an event without a definition: its type in words, and the first field with readable text. */
export function genericText(type: string, payload: unknown): string {
  const [said] = readableTexts(payload);
  return said === undefined ? typeInWords(type) : `${typeInWords(type)}: ${said}`;
}
