import { isGzip, isZstd } from "@/lib/ingest/body/compression-marks";
import { formFields } from "@/lib/ingest/body/form-fields";
import { textOf } from "@/lib/ingest/body/text-of";
import { sign, skipSpace, stringEnd } from "@/lib/json/json-text";

/** How much of a body is searched, in bytes. */
export const scannedBytes = 65_536;

/** Each is compared with every accepted token. */
const maxTokens = 16;

/**
 * Texts in a body that may be the webhook token: a top-level `token` of a JSON object, the field `token` of a form, or the whole
 * body. For unauthenticated requests: scans the first 64 kB once without recursion and allocates only the tokens. The body may be
 * invalid.
 */
export function scanForToken(bytes: Uint8Array): string[] {
  return tokensInText(textOf(bytes.subarray(0, scannedBytes)).text);
}

/** Whether a body with this start cannot contain a token: it is compressed, or an array. */
export function cannotNameToken(start: Uint8Array): boolean {
  return isGzip(start) || isZstd(start) || textOf(start.subarray(0, 64)).text.trimStart().startsWith("[");
}

/** The same for a whole text. */
export function tokensInText(text: string): string[] {
  const tokens = new Set<string>();
  for (const token of tokensIn(text.trim())) {
    if (token !== "") tokens.add(token);
    if (tokens.size === maxTokens) break;
  }
  return [...tokens];
}

function* tokensIn(text: string): Generator<string> {
  const content = unquoted(text);
  if (content.startsWith("{")) return yield* topLevelTokens(content);
  if (content.startsWith("[")) return;
  for (const { name, value } of formFields(content) ?? []) {
    if (name === "token") yield* [value.trim(), value.trim().replaceAll(" ", "+")];
    else if (value.trimStart().startsWith("{")) yield* topLevelTokens(value);
  }
  yield content;
}

/** Scans the characters: a string directly within the outer braces is a key if a colon follows. */
function* topLevelTokens(json: string): Generator<string> {
  let depth = 0;
  let position = 0;
  while (position < json.length) {
    const code = json.charCodeAt(position);
    if (code === sign.openBrace || code === sign.openBracket) depth += 1;
    else if (code === sign.closeBrace || code === sign.closeBracket) depth -= 1;
    if (code !== sign.quote) {
      position += 1;
      continue;
    }
    const end = stringEnd(json, position);
    const colon = skipSpace(json, end);
    const isKey = depth === 1 && json.charCodeAt(colon) === sign.colon;
    const value = isKey ? skipSpace(json, colon + 1) : end;
    const isToken = isKey && json.charCodeAt(value) === sign.quote && unquoted(json.slice(position, end)) === "token";
    if (isToken) yield unquoted(json.slice(value, stringEnd(json, value))).trim();
    position = isToken ? stringEnd(json, value) : end;
  }
}

/** A string without its quotes; other or unterminated text unchanged. */
function unquoted(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "string" ? value.trim() : text;
  } catch {
    return text;
  }
}
