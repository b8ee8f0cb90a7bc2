/** Quotation marks: one of `open` begins a quotation, the next of `close` ends it. A straight one ends any. */
export const quotePairs = [
  { open: '"', close: '"' },
  { open: "“”„‟", close: '“”‟"' },
  { open: "«»", close: '«»"' },
  { open: "＂", close: '＂"' },
] as const;

/** A value as it stands after a filter's name: in quotation marks where it would else end early or mean something else. */
export function quote(value: string): string {
  return /^[^\s"“”„‟«»＂=*<>~!:][^\s"]*$/u.test(value) ? value : quoted(value);
}

/** A text to search for, as it stands alone. */
export function quoteText(value: string): string {
  const isPlain = /^[\p{L}\p{N}_][^\s":=~<>!]*$/u.test(value) && !/^(?:AND|OR|NOT)$/.test(value);
  return isPlain && !isVariableAlone(value) ? value : quoted(value);
}

/** `var.plan` without a test: hardly a text that somebody looks for. */
export function isVariableAlone(written: string): boolean {
  return /^var\.\S/i.test(written);
}

/** A variable's name behind `var.`. */
export function quoteName(name: string): string {
  return /^[^\s"“”„‟«»＂:=~<>!][^\s":=~<>!]*$/u.test(name) ? name : quoted(name);
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
