import { isBlank } from "./is-blank";
import { plainText } from "./plain-text";

/** In this order: what a person would be told of a thing that nobody has described. */
const tellingFields = [
  ...["text", "message", "title", "body", "caption", "question", "label", "name", "subject", "status", "reason"],
  ...["description", "value", "content", "comment"],
];
const mostTexts = 3;
const mostVisited = 2000;
const longestText = 300;
const deepest = 20;

/** The first readable texts in data of an unknown shape: what stands in telling fields, else anything that reads as words. */
export function readableTexts(data: unknown, lineOf: (text: string) => string = plainText): string[] {
  const short = (text: string) => shortened(lineOf(text.slice(0, longestText * 2)));
  if (typeof data === "string") return isWords(data) ? [short(data)] : [];
  const telling: { rank: number; text: string }[] = [];
  const others: string[] = [];
  let visited = 0;
  const visit = (value: unknown, depth: number) => {
    if (typeof value !== "object" || value === null || depth > deepest) return;
    for (const [name, inner] of Object.entries(value)) {
      visited += 1;
      if (visited > mostVisited) return;
      const rank = tellingFields.indexOf(name.toLowerCase());
      if (typeof inner === "object") visit(inner, depth + 1);
      else if (rank !== -1 && isTold(inner))
        telling.push({ rank: rank + depth * tellingFields.length, text: short(String(inner)) });
      else if (typeof inner === "string" && !machineFields.test(name) && isWords(inner)) others.push(short(inner));
    }
  };
  visit(data, 0);
  const told = telling.sort((a, b) => a.rank - b.rank).map(({ text }) => text);
  return [...new Set(told.length > 0 ? told : others)].filter((text) => text !== "").slice(0, mostTexts);
}

const machineFields = /(?:^|_)(?:type|id|key|token|hash|sha256|mime_type|url|link|timestamp|created_at|updated_at)$/i;

function isTold(value: unknown): boolean {
  if (typeof value === "number" || typeof value === "boolean") return true;
  return typeof value === "string" && !isBlank(value) && !/^\s*[[{]/.test(value);
}

/** Neither a link nor JSON, and with a letter in it. */
function isWords(text: string): boolean {
  return /\p{L}/u.test(text.slice(0, longestText)) && !/^\s*(?:[[{]|[a-z][a-z0-9+.-]*:\/\/)/i.test(text);
}

function shortened(line: string): string {
  return line.length > longestText ? `${line.slice(0, longestText).toWellFormed()}…` : line;
}
