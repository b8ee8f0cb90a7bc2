/** Text that every database can store: NUL and unpaired surrogates become U+FFFD. The raw event is not changed. */
export function storableText(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\ufffd");
}
