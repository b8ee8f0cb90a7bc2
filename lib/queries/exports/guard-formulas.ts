/**
 * A text in which no spreadsheet finds a formula, whichever separator it reads the file with: an apostrophe goes before what
 * would be one, at the beginning and after each separator and line break within the text. Numbers and phone numbers stay as they
 * are. What visitors write must not run on the desk of whoever opens the file
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function guardFormulas(text: string): string {
  if (!formulaSign.test(text)) return text;
  return text.replaceAll(segment, (part) => (formula.test(part) && !isNumber(part) ? `'${part}` : part));
}

/** What stands between separators. */
const segment = /[^,;\t\r\n\v\f\u0085\u2028\u2029]+/g;
const formulaSign = /[=+\-@＝＋－＠]/;
/** Readers drop blanks and invisible characters before a sign, and a quote may open a value. */
const formula = /^[\s\p{C}"]*[=+\-@＝＋－＠]/u;

// With a sign, else nobody takes it for a formula; a comma divides it, and its parts are numbers each.
const number = /^[+-]\d+(?:\.\d+)?(?:e[+-]?\d+)?[ ]?%?$/i;
const grouped = /^[+-]\d{1,3}(?:[. ]\d{3})+(?:\.\d+)?$/;
/** At least six digits, in groups that blanks, dots, hyphens, slashes and brackets divide. */
const phone = /^\+[ (]?\d(?:[ ().\-/]{0,2}\d){5,18}$/;

function isNumber(text: string): boolean {
  const trimmed = text.trim();
  return number.test(trimmed) || grouped.test(trimmed) || phone.test(trimmed);
}
