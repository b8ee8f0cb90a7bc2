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

/** True for text with the signs of Markdown that answers of AI blocks carry; plain prose has none of them. */
export function looksLikeMarkdown(text: string): boolean {
  const beginning = text.slice(0, lookedThrough);
  return signs.some((sign) => sign.test(beginning));
}
