import "server-only";

/**
 * What nearly every delivery has in its row, and what stands there instead: each byte of a row counts once an event. No place of a
 * token begins with a space, and no content type: HTTP takes it away.
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

/** A place of a token or a content type as a delivery's row holds it. */
export function toShortForm(text: string | null): string | null {
  return text === null ? text : (shortForms.get(text) ?? text);
}

/** The place or content type that a row holds, in full or in short. */
export function toWholeText(stored: string | null): string | null {
  return stored === null ? stored : (wholeTexts.get(stored) ?? stored);
}
