/**
 * Escapes a text so that no spreadsheet finds a formula in it, whichever separator it uses: an apostrophe is inserted before a
 * potential formula, at the start and after each separator and line break. Numbers and phone numbers are unchanged. Visitors'
 * texts must not execute when someone opens the file (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function guardFormulas(text: string): string {
  if (!formulaSign.test(text)) return text;
  return text.replaceAll(segment, (part) => (formula.test(part) && !isNumber(part) ? `'${part}` : part));
}

/** The text between separators. */
const segment = /[^,;\t\r\n\v\f\u0085\u2028\u2029]+/g;
const formulaSign = /[=+\-@＝＋－＠]/;
/** Programs skip whitespace and invisible characters before the operator, and a quote may start a value. */
const formula = /^[\s\p{C}"]*[=+\-@＝＋－＠]/u;

// A signed number; without a sign it cannot be a formula. A comma splits it, and its parts are numbers too.
const number = /^[+-]\d+(?:\.\d+)?(?:e[+-]?\d+)?[ ]?%?$/i;
const grouped = /^[+-]\d{1,3}(?:[. ]\d{3})+(?:\.\d+)?$/;
/** At least six digits, in groups separated by spaces, dots, hyphens, slashes and parentheses. */
const phone = /^\+[ (]?\d(?:[ ().\-/]{0,2}\d){5,18}$/;

function isNumber(text: string): boolean {
  const trimmed = text.trim();
  return number.test(trimmed) || grouped.test(trimmed) || phone.test(trimmed);
}
