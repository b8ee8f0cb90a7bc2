import { quoteInexactNumbers } from "./exact-numbers";
import { strictJson } from "./strict-json";

/**
 * Parses JSON as `JSON.parse` does, but a number whose digits a double would change is a text of the digits that were sent.
 *
 * @throws SyntaxError
 */
export function parseJson(json: string): unknown {
  // Valid or not is for JSON.parse to say: the search for numbers believes what it is given.
  const value: unknown = JSON.parse(json);
  const quoted = quoteInexactNumbers(json);
  return quoted === json ? value : JSON.parse(quoted);
}

/**
 * The same for an event's text, which may be nearly JSON (see `strictJson`).
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
