/** A JSON token, and its position in the source. */
export interface JsonToken {
  text: string;
  kind: "key" | "string" | "literal" | "sign";
  start: number;
}

export interface JsonLine {
  /** Levels. */
  indent: number;
  tokens: JsonToken[];
}

const word = /"(?:[^"\\]|\\[\s\S])*"?|[{}[\],:]|[^\s{}[\],:"]+/gy;

/**
 * Pretty-prints JSON without changing any token, so that numbers keep their digits and tokens keep their source positions.
 * Invalid JSON is formatted by its brackets after the error.
 */
export function prettyLines(text: string): JsonLine[] {
  const lines: JsonLine[] = [];
  let line: JsonLine = { indent: 0, tokens: [] };
  const begin = (indent: number) => {
    if (line.tokens.length > 0) lines.push(line);
    line = { indent: Math.max(0, indent), tokens: [] };
  };
  const words = wordsOf(text);
  for (const [place, { text: found, start }] of words.entries()) {
    const next = words[place + 1]?.text ?? "";
    const isEmptyBefore = isOpening(words[place - 1]?.text ?? "");
    if (isClosing(found) && !isEmptyBefore) begin(line.indent - 1);
    line.tokens.push({ text: found, start, kind: kindOf(found, next) });
    if (isOpening(found) && !isClosing(next)) begin(line.indent + 1);
    else if (found === ",") begin(line.indent);
  }
  begin(0);
  return lines;
}

function wordsOf(text: string): { text: string; start: number }[] {
  const words: { text: string; start: number }[] = [];
  for (let at = 0; at < text.length; ) {
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found !== undefined) words.push({ text: found, start: at });
    at += found?.length ?? 1;
  }
  return words;
}

function isOpening(text: string): boolean {
  return text === "{" || text === "[";
}

function isClosing(text: string): boolean {
  return text === "}" || text === "]";
}

function kindOf(text: string, next: string): JsonToken["kind"] {
  if (text.startsWith('"')) return next === ":" ? "key" : "string";
  return /^[{}[\],:]$/.test(text) ? "sign" : "literal";
}
