import { readableTexts } from "@/lib/text/readable-texts";
import { typeInWords } from "@/lib/text/type-in-words";

/** One line for an event that nobody has described: its type in words, and the first field that says something. */
export function genericText(type: string, payload: unknown): string {
  const [said] = readableTexts(payload);
  return said === undefined ? typeInWords(type) : `${typeInWords(type)}: ${said}`;
}
