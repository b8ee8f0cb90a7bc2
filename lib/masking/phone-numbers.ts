import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Span } from "./spans";

/** Fewer digits are no phone number. */
const fewestDigits = 7;
const shortestNational = 6;
/** Digits that a spelling with any country code shares with another. */
const comparedDigits = 9;

/** The phone numbers among these values: their last digits, which every spelling has, and their countries. */
export function phonesOf(values: readonly string[]): { numbers: string[]; countries: string[] } {
  const numbers = new Set<string>();
  const countries = new Set<string>();
  for (const value of values) {
    if (value.length > 40 || !/^[\s+(]*\p{Nd}[\p{Nd}\s()./\-–]*$/u.test(value)) continue;
    const digits = asciiDigits(value).replace(/\D/g, "");
    if (digits.length < fewestDigits || digits.length > 15) continue;
    const { national, country } = parsed(digits);
    if (country !== null) countries.add(country);
    if (national.length >= shortestNational) numbers.add(national.slice(-comparedDigits));
  }
  return { numbers: [...numbers], countries: [...countries] };
}

interface ParsedPhone {
  national: string;
  country: string | null;
}

const mostParsed = 1000;
const parsedBefore = new Map<string, ParsedPhone>();

/** Parses a number with its country code. The last results are kept: each event of a conversation needs the same ones. */
function parsed(digits: string): ParsedPhone {
  const known = parsedBefore.get(digits);
  if (known !== undefined) return known;
  const number = parsePhoneNumberFromString(`+${digits.replace(/^00/, "")}`);
  const result = {
    national: String(number?.nationalNumber ?? digits.replace(/^0+/, "")),
    country: number?.country ?? null,
  };
  if (parsedBefore.size >= mostParsed) parsedBefore.clear();
  parsedBefore.set(digits, result);
  return result;
}

/** Whether a run of digits is a phone number that is valid in one of these countries. */
function isNational(digits: string, countries: readonly string[]): boolean {
  return countries.some((country) => isSupportedCountry(country) && isValidIn(digits, country));
}

function isValidIn(digits: string, country: CountryCode): boolean {
  return parsePhoneNumberFromString(digits, country)?.isValid() ?? false;
}

/** The digits of all scripts as 0 to 9; every other unit keeps its place. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (sign) => {
    if (sign.length > 1 || !/\p{Nd}/u.test(sign)) return sign;
    // The decimal digits of a script follow each other, from its zero.
    let zero = sign.charCodeAt(0);
    while (zero % 16 !== 0 && zero % 16 !== 6 && /\p{Nd}/u.test(String.fromCharCode(zero - 1))) zero -= 1;
    const digit = sign.charCodeAt(0) - zero;
    return digit < 10 ? String(digit) : sign;
  });
}

/** A run of digits with the separators of phone numbers. */
export interface DigitRun {
  start: number;
  end: number;
  text: string;
  digits: string;
  /** A letter or another sign of a word is next to it. */
  isInWord: boolean;
}

interface Known {
  phones: readonly string[];
  countries: readonly string[];
}

/** The span of a run that is or contains a phone number; null if it does not look like one. */
export function phoneIn({ start, end, text, digits, isInWord }: DigitRun, { phones, countries }: Known): Span | null {
  const span: Span = { start, end, kind: "phone" };
  if (digits.length < shortestNational) return null;
  if (phones.some((phone) => digits.includes(phone))) return span;
  if (isInWord) return null;
  const isSeparated = /\d[^\d]+\d/.test(text);
  const hasPrefix = /^\(?(?:\+|0)/.test(text);
  if (!isSeparated && digits.length >= 9) return span;
  if (digits.length >= fewestDigits && hasPrefix) return span;
  if (digits.length >= fewestDigits && isSeparated && /\d{3}/.test(text) && !/^\d+\.\d{1,2}$/.test(text)) return span;
  return digits.length <= 15 && isNational(digits, countries) ? span : null;
}
