/** Text that every database can hold: NUL and unpaired surrogates become U+FFFD. The raw event keeps what was sent. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\ufffd");
}
