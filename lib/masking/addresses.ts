import { countrySpecs, isValidIBAN } from "ibantools";
import type { Span } from "./spans";

const mostLocal = 64;
const mostDomain = 253;
const localSign = /[^\s<>()[\],;:"'\\/@?&=|{}]/;
const domainSign = /[\p{L}\p{N}\p{M}.-]/u;

/** E-mail addresses in a folded text. */
export function emailsIn(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const start = startOfLocal(text, at);
    let end = at + 1;
    while (end < text.length && end - at <= mostDomain && domainSign.test(text[end] ?? "")) end += 1;
    while (end > at + 1 && /[.-]/.test(text[end - 1] ?? "")) end -= 1;
    if (start < at && /[^.]\.[^.]{2,}$/u.test(text.slice(at + 1, end))) spans.push({ start, end, kind: "email" });
  }
  return spans;
}

function startOfLocal(text: string, at: number): number {
  const quote = text[at - 1] === '"' ? text.lastIndexOf('"', at - 2) : -1;
  if (quote !== -1 && at - quote <= mostLocal) return quote;
  let start = at;
  while (start > 0 && at - start < mostLocal && localSign.test(text[start - 1] ?? "")) start -= 1;
  return start;
}

const version4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)/g;
const version6 = /(?<![\p{L}\p{N}:.])[\da-f:]{3,45}(?![\p{L}\p{N}:])/gu;

/** IP addresses in a folded text. */
export function ipsIn(text: string): Span[] {
  const of4 = text.includes(".")
    ? [...text.matchAll(version4)].filter(([found]) => found.split(".").every((part) => Number(part) <= 255))
    : [];
  const of6 = text.includes(":")
    ? [...text.matchAll(version6)].filter(([found]) => {
        const colons = found.split(":").length - 1;
        return /[\da-f]/.test(found) && colons >= 2 && colons <= 8 && (colons === 7 || found.includes("::"));
      })
    : [];
  return [...of4, ...of6].map((found) => ({ start: found.index, end: found.index + found[0].length, kind: "ip" }));
}

const ibanStart = /(?<![\p{L}\p{N}])[a-z]{2}\d\d(?=[ -]?[\da-z])/gu;
/** With a separator after every group of four. */
const mostIban = 50;

/** IBANs in a folded text. */
export function ibansIn(text: string): Span[] {
  return [...text.matchAll(ibanStart)].flatMap(({ index }): Span[] => {
    const length = countrySpecs[text.slice(index, index + 2).toUpperCase()]?.chars;
    if (length == null) return [];
    const signs = [...text.slice(index, index + mostIban).matchAll(/[\da-z]|[^\da-z -]/g)].slice(0, length);
    const last = signs.at(-1);
    if (last === undefined || signs.length < length) return [];
    const iban = signs.map(([sign]) => sign).join("");
    return isValidIBAN(iban.toUpperCase()) ? [{ start: index, end: index + last.index + 1, kind: "iban" }] : [];
  });
}
