import { isBlank } from "./is-blank";
import { plainText } from "./plain-text";

/** Fields of an unknown object that are worth showing, in this order. */
const descriptiveFields = [
  ...["text", "message", "title", "body", "caption", "question", "label", "name", "subject", "status", "reason"],
  ...["description", "value", "content", "comment"],
];
const maxTexts = 3;
const maxVisited = 2000;
const maxTextLength = 300;
const maxDepth = 20;

/** The first readable texts in data of an unknown shape: those in descriptive fields, else any that look like prose. */
export function readableTexts(data: unknown, lineOf: (text: string) => string = plainText): string[] {
  const short = (text: string) => shortened(lineOf(text.slice(0, maxTextLength * 2)));
  if (typeof data === "string") return isWords(data) ? [short(data)] : [];
  const ranked: { rank: number; text: string }[] = [];
  const others: string[] = [];
  let visited = 0;
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || depth > maxDepth) return;
    for (const [name, inner] of Object.entries(value)) {
      visited += 1;
      if (visited > maxVisited) return;
      const rank = descriptiveFields.indexOf(name.toLowerCase());
      if (typeof inner === "object") visit(inner, depth + 1);
      else if (rank !== -1 && isReadable(inner))
        ranked.push({ rank: rank + depth * descriptiveFields.length, text: short(String(inner)) });
      else if (typeof inner === "string" && !machineFields.test(name) && isWords(inner)) others.push(short(inner));
    }
  };
  visit(data, 0);
  const descriptive = ranked.sort((a, b) => a.rank - b.rank).map(({ text }) => text);
  return [...new Set(descriptive.length > 0 ? descriptive : others)].filter((text) => text !== "").slice(0, maxTexts);
}

const machineFields = /(?:^|_)(?:type|id|key|token|hash|sha256|mime_type|url|link|timestamp|created_at|updated_at)$/i;

function isReadable(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean") return true;
  return typeof value === "string" && !isBlank(value) && !/^\s*[[{]/.test(value);
}

/** Whether a text is neither a link nor JSON, and contains a letter. */
function isWords(text: string): boolean {
  return /\p{L}/u.test(text.slice(0, maxTextLength)) && !/^\s*(?:[[{]|[a-z][a-z0-9+.-]*:\/\/)/i.test(text);
}

function shortened(line: string): string {
  return line.length > maxTextLength ? `${line.slice(0, maxTextLength).toWellFormed()}…` : line;
}
