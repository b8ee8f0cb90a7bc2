/** A value as it stands after a filter's name: in quotation marks where it would else end early or mean something else. */
export function quote(value: string): string {
  return /^[^\s"=*<>~!:][^\s"]*$/u.test(value) ? value : quoted(value);
}

/** A text to search for, as it stands alone. */
export function quoteText(value: string): string {
  return /^[\p{L}\p{N}_][^\s":=~<>!]*$/u.test(value) ? value : quoted(value);
}

/** A variable's name behind `var.`. */
export function quoteName(name: string): string {
  return /^[^\s":=~<>!]+$/u.test(name) ? name : quoted(name);
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, "\\$&")}"`;
}
