const signs = [
  /(?:^|\n)#{1,6} \S/,
  /(?:^|\n)```/,
  /(?:^|\n)> \S/,
  /\*\*[^*\s][^*\n]{0,300}\*\*/,
  /`[^`\n]{1,200}`/,
  /\[[^[\]\n]{1,200}\]\((?:https?:|mailto:|tel:)/,
  /(?:^|\n)\s{0,3}[-*+] .{0,500}\n\s{0,3}[-*+] /,
  /(?:^|\n)\s{0,3}\d{1,3}[.)] .{0,500}\n\s{0,3}\d{1,3}[.)] /,
];

const lookedThrough = 10_000;

/** Whether text has Markdown syntax that AI answers use and plain prose does not. */
export function looksLikeMarkdown(text: string): boolean {
  const beginning = text.slice(0, lookedThrough);
  return signs.some((sign) => sign.test(beginning));
}
