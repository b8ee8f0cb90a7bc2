import type { Variable } from "../conversation";

const mostVariables = 200;
const longestValue = 300;
const longestName = 60;
const shortestWord = 3;

const letterOrDigit = /[\p{L}\p{N}]/u;
const letter = /\p{L}/u;
const capitalWord = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’-]{2,}/gu;
/** Values that are also ordinary words of questions. */
const ordinary = new Set(["yes", "no", "true", "false", "none", "null"]);

interface NamedValue {
  name: string;
  /** In lower case. */
  value: string;
}

/**
 * A text in which values of variables are replaced by their names, `{visitor_name}`, and digits by `#`. Compares whole words in any
 * case, and each word of a visitor's name; numbers are digits. Only the first 200 variables are looked for.
 *
 * @param digits the digits to replace
 */
export function withoutValues(
  text: string,
  variables: Readonly<Record<string, Variable>>,
  { onlyContact = false, digits = /\d+/g }: { onlyContact?: boolean; digits?: RegExp } = {},
): string {
  const lower = text.toLowerCase();
  // Letters whose lower case is longer would shift the places.
  const searched = lower.length === text.length ? lower : text;
  const names: (string | null)[] = Array(text.length).fill(null);
  for (const { name, value } of namedValues(variables, onlyContact)) {
    for (let at = searched.indexOf(value); at !== -1; at = searched.indexOf(value, at + value.length)) {
      const end = at + value.length;
      if (isWhole(searched, at, end) && names.slice(at, end).every((taken) => taken === null)) {
        names.fill("", at, end);
        names[at] = `{${name}}`;
      }
    }
  }
  return pieces(text, names)
    .map((piece) => (piece.name === null ? piece.text.replace(digits, "#") : piece.name))
    .join("");
}

/** The longest first, so that a name wins over a part of it. */
function namedValues(variables: Readonly<Record<string, Variable>>, onlyContact: boolean): NamedValue[] {
  const found: NamedValue[] = [];
  for (const name of Object.keys(variables).slice(0, mostVariables)) {
    const variable = variables[name];
    if (typeof variable?.value !== "string" || variable.value.length > longestValue) continue;
    if (onlyContact && variable.scope !== "contact") continue;
    const whole = variable.value.trim();
    const words = name === "visitor_name" ? (whole.match(capitalWord) ?? []) : [];
    const values = [whole, ...words.filter(({ length }) => length >= shortestWord)].map((one) => one.toLowerCase());
    for (const value of values) {
      if (value.length < 2 || !letter.test(value) || ordinary.has(value)) continue;
      found.push({ name: name.slice(0, longestName).toWellFormed(), value });
    }
  }
  return found.sort((a, b) => b.value.length - a.value.length || (a.name < b.name ? -1 : 1));
}

function isWhole(text: string, start: number, end: number): boolean {
  return !letterOrDigit.test(text[start - 1] ?? "") && !letterOrDigit.test(text[end] ?? "");
}

/** The text between names, and the names. */
function pieces(text: string, names: readonly (string | null)[]): { text: string; name: string | null }[] {
  const found: { text: string; name: string | null }[] = [];
  let start = 0;
  for (let place = 0; place < text.length; place += 1) {
    const name = names[place];
    if (name === null || name === undefined) continue;
    if (place > start) found.push({ text: text.slice(start, place), name: null });
    if (name !== "") found.push({ text: "", name });
    start = place + 1;
  }
  return start < text.length ? [...found, { text: text.slice(start), name: null }] : found;
}
