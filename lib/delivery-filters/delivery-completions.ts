import { maxFilterTextLength, type Span, tokenise } from "@/lib/filter-text/tokenise";
import { foldText } from "@/lib/search/fold-for-search";
import { finder, placeOf } from "@/lib/search/is-found";
import { deliveryBoxName, deliveryKeyNamed, writeDeliveryTerm } from "./delivery-filter-text";
import { type DeliveryFilterKey, deliveryFilterKeys, deliveryFilterOf } from "./delivery-filters";

/** What can be completed at the caret of the delivery log's search box. */
export interface DeliveryCompletion {
  /** The part before the caret, without quotation marks. */
  prefix: string;
  /** The range that a completion replaces. */
  at: Span;
  /** The filter whose value it is; null for a filter's name, or a word of text. */
  key: DeliveryFilterKey | null;
}

/** A suggestion, and what it inserts. */
export interface DeliverySuggestion {
  choice: string;
  help: string | null;
  term: string;
}

/** What can be completed at the caret; null inside quoted text. */
export function deliveryCompletionAt(text: string, caret: number): DeliveryCompletion | null {
  if (text.length > maxFilterTextLength) return null;
  const isName = (name: string) => deliveryKeyNamed(name) !== null;
  const token = tokenise(text, isName).find(({ end }) => caret <= end);
  const written = token && tokenise(text.slice(token.start, caret), isName).at(-1);
  if (token === undefined || written === undefined) return { prefix: "", at: { start: caret, end: caret }, key: null };
  const { start, end, subject, value } = token;
  if (subject?.kind === "filter" && written.subject !== null) {
    return { prefix: written.value.text, at: { start, end }, key: deliveryKeyNamed(subject.name) };
  }
  return value.isQuoted ? null : { prefix: text.slice(start, caret), at: { start, end }, key: null };
}

/** Suggestions: first those that begin with the text typed so far, then those that contain it. */
export function deliverySuggestions({ prefix, key }: DeliveryCompletion): DeliverySuggestion[] {
  const all = key === null ? names.filter(({ choice }) => isPartOf(choice, prefix)) : valuesOf(key, prefix);
  const ranked = [
    ...all.filter(({ choice }) => begins(choice, prefix)),
    ...all.filter(({ choice }) => !begins(choice, prefix)),
  ];
  // Do not suggest what is already typed.
  return ranked.length === 1 && ranked[0]?.choice === prefix ? [] : ranked;
}

const names: DeliverySuggestion[] = deliveryFilterKeys
  .filter((key) => key !== "q")
  .map((key) => ({ choice: deliveryBoxName(key), help: deliveryFilterOf(key).help, term: `${deliveryBoxName(key)}:` }));

function valuesOf(key: DeliveryFilterKey, prefix: string): DeliverySuggestion[] {
  const { values = [] } = deliveryFilterOf(key);
  return values
    .filter(finder(prefix))
    .map((value) => ({ choice: value, help: null, term: `${writeDeliveryTerm(key, value)} ` }));
}

/** A name matches only at the start of one of its words, since anything typed may be a search text. */
function isPartOf(name: string, prefix: string): boolean {
  const wanted = prefix.toLowerCase();
  return name.startsWith(wanted) || name.includes(`-${wanted}`);
}

function begins(choice: string, prefix: string): boolean {
  return placeOf(foldText(prefix), foldText(choice), 0) === 0;
}
