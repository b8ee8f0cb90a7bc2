import "server-only";

/**
 * Short forms of what nearly every delivery's row contains: each byte of a row counts, once per event. They begin with a space,
 * which no token location does, and no content type, since HTTP trims it.
 */
const shortForms = new Map([
  ["application/json", " j"],
  ["application/json; charset=utf-8", " u"],
  ["header authorization", " a"],
  ["header token", " t"],
  ["header x-token", " x"],
  ["header x-webhook-token", " w"],
  ["header x-api-key", " k"],
  ["query token", " q"],
]);
const wholeTexts = new Map([...shortForms].map(([whole, short]) => [short, whole]));

/** The stored form of a token's location or a content type. */
export function toShortForm(text: string | null): string | null {
  return text === null ? text : (shortForms.get(text) ?? text);
}

/** The original of a stored token location or content type, in full or short form. */
export function toWholeText(stored: string | null): string | null {
  return stored === null ? stored : (wholeTexts.get(stored) ?? stored);
}
