import { quoteInexactNumbers } from "./exact-numbers";
import { strictJson } from "./strict-json";

/**
 * Parses JSON as `JSON.parse` does, except that a number that a double cannot keep becomes a string of its digits.
 *
 * @throws SyntaxError
 */
export function parseJson(json: string): unknown {
  // JSON.parse validates the text: the search for numbers assumes valid JSON.
  const value: unknown = JSON.parse(json);
  const quoted = quoteInexactNumbers(json);
  return quoted === json ? value : JSON.parse(quoted);
}

/**
 * The same for the raw text of an event, which may be nearly JSON (see `strictJson`).
 *
 * @throws SyntaxError
 */
export function parseRaw(raw: string): unknown {
  try {
    return parseJson(raw);
  } catch {
    return parseJson(strictJson(raw));
  }
}
