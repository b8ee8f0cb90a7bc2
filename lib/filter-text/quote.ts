/** Quotation marks: one of `open` begins a quotation, the next of `close` ends it. A straight one ends any. */
export const quotePairs = [
  { open: '"', close: '"' },
  { open: "“”„‟", close: '“”‟"' },
  { open: "«»", close: '«»"' },
  { open: "＂", close: '＂"' },
] as const;

/** A value after a filter's name, in quotation marks if it would otherwise be parsed differently. */
export function quote(value: string): string {
  return /^[^\s"“”„‟«»＂=*<>~!:][^\s"]*$/u.test(value) ? value : quoted(value);
}

/** Search text outside of filters, quoted if necessary. */
export function quoteText(value: string): string {
  const isPlain = /^[\p{L}\p{N}_][^\s":=~<>!]*$/u.test(value) && !/^(?:AND|OR|NOT)$/.test(value);
  return isPlain && !isVariableAlone(value) ? value : quoted(value);
}

/** `var.plan` without an operator, which is unlikely to be search text. */
export function isVariableAlone(written: string): boolean {
  return /^var\.\S/i.test(written);
}

/** A variable's name after `var.`. */
export function quoteName(name: string): string {
  return /^[^\s"“”„‟«»＂:=~<>!][^\s":=~<>!]*$/u.test(name) ? name : quoted(name);
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
