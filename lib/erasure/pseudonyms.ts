import { createHmac } from "node:crypto";
import type { Pseudonyms } from "./skeleton-of-message";

/** How much of a text is compared by lib/conversation/prompts/choices.ts. */
const compared = 20;

/**
 * Replaces texts by words that are equal for equal texts, as long as the key is the same: an answer keeps its prompt. The key is
 * random, and nobody knows it once the erasure is done, so that a short text cannot be guessed.
 */
export function pseudonyms(key: Uint8Array): Pseudonyms {
  const digest = (text: string) => createHmac("sha256", key).update(text).digest("hex");
  const word = (part: string) => {
    const text = part
      .replace(/<[^<>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase();
    if (text === "") return "";
    // Not a number, and as long as what is compared; the rest tells apart texts with the same beginning.
    const start = `e${digest(text.slice(0, compared).trimEnd()).slice(0, compared - 1)}`;
    return text.length > compared ? `${start}${digest(text).slice(0, compared)}` : start;
  };
  return {
    // A multi-select answer has its choices between commas.
    of: (text) =>
      text
        .slice(0, longest)
        .split(/[,;\n]/)
        .map(word)
        .filter((each) => each !== "")
        .slice(0, mostParts)
        .join(", ") || word("-"),
  };
}

const longest = 1000;
const mostParts = 60;
