import { isBlank } from "@/lib/text/is-blank";
import { variableName } from "@/lib/text/variable-token";

/** A value that no definition reads, with its path. */
export interface UnreadField {
  /** `items[0].price` */
  path: string;
  value: string | number | boolean;
}

/** What a definition reads of a value. */
export interface Reading {
  /** The parsed content. */
  content: unknown;
  /** The names of all fields that the schema reads, at any depth. */
  names: ReadonlySet<string>;
  /** Fields whose texts and numbers count as read even if parsing changes them. */
  settled?: ReadonlySet<string>;
}

const maxDepth = 200;

/**
 * The values of `sent` that are not in the parsed content, in the order in which they were sent. A value counts as read if its
 * field is in the schema and the content has the value, or if the content keeps the whole object around it. JSON in strings is
 * parsed. Null, blank texts and empty lists are ignored. Linear in the size of `sent`.
 */
export function unreadFields(sent: unknown, reading: Reading): UnreadField[] {
  const { values, objects } = everythingIn(reading.content);
  // Most values are unchanged: the normalized set is built only when one is not.
  let normalized: Set<string> | null = null;
  const holds = (value: UnreadField["value"]) => {
    if (values.has(value)) return true;
    normalized ??= new Set([...values].map(comparable));
    return normalized.has(comparable(value));
  };
  const found: UnreadField[] = [];
  const isRead = (name: string, value: UnreadField["value"]) => {
    const isKnown = reading.names.has(name) || holds(name);
    return isKnown && (isFlag(value) || holds(value) || isLayout(name, value));
  };
  const visit = (value: unknown, path: string, name: string, depth: number) => {
    if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") {
      const isNothing = typeof value === "string" && (value === "None" || isBlank(value));
      if (isNothing || reading.settled?.has(name) || isRead(name, value)) return;
      const inner = typeof value === "string" ? parsedJson(value) : null;
      if (inner === null) found.push({ path, value });
      else visit(inner, path, name, depth + 1);
      return;
    }
    if (typeof value !== "object" || value === null || objects.has(value)) return;
    if (depth > maxDepth) {
      found.push({ path, value: "(nested too deeply to show here: see the raw event)" });
      return;
    }
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`, name, depth + 1);
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      visit(inner, path === "" ? key : `${path}.${key}`, key, depth + 1);
    }
  };
  visit(sent, "", "", 0);
  return found;
}

/** All values in data without a definition. */
export function allFields(data: unknown): UnreadField[] {
  return unreadFields(data, { content: null, names: new Set() });
}

/** All values of a content, and all objects that it keeps unchanged. */
function everythingIn(content: unknown): { values: Set<UnreadField["value"]>; objects: Set<object> } {
  const values = new Set<UnreadField["value"]>();
  const objects = new Set<object>();
  const waiting: unknown[] = [content];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      values.add(value);
    } else if (typeof value === "object" && value !== null && !objects.has(value)) {
      objects.add(value);
      for (const inner of Object.values(value)) waiting.push(inner);
    }
  }
  return { values, objects };
}

function comparable(value: UnreadField["value"]): string {
  const text = (typeof value === "string" ? variableName(value) : String(value)).toLowerCase();
  return /^[+-]?\d/.test(text) && text.length < 40 && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/** Parsing turns flags into booleans or one of two words. */
function isFlag(value: UnreadField["value"]): boolean {
  return typeof value === "boolean" || /^(?:true|false|yes|no|0|1)$/i.test(String(value).slice(0, 6));
}

/** Type markers and layout, which are visible from how the part is drawn. */
function isLayout(name: string, value: UnreadField["value"]): boolean {
  return name === "type" && partTypes.has(String(value).toLowerCase());
}

const partTypes = new Set([
  ...["text", "image", "video", "audio", "document", "file", "sticker", "reply", "button", "buttons", "list", "info"],
  ...["body", "header", "footer", "payload", "currency", "date_time", "quick_reply", "url", "phone_number"],
]);

function parsedJson(text: string): object | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" ? parsed : null;
  } catch {
    return null;
  }
}
