import { parseJson } from "@/lib/json/parse-json";
import { type FormField, formFields } from "./form-fields";
import { findJsonFault } from "./json-fault";
import { type SourceText, sourceText, unplacedText } from "./source-text";

/**
 * A decoded body. `source` is the text of the JSON, for a form that of the field with the JSON; an empty body has the value
 * `undefined`. A body that is not valid JSON as a whole may still contain events.
 */
export type DecodedBody = { source: SourceText } & (
  | { ok: true; value: unknown }
  | { ok: false; reason: string; position: number | null }
);

/**
 * Decodes bytes as text (UTF-8 or UTF-16) and parses it as JSON, as a form with JSON in a field, or as JSON within a JSON string.
 */
export function decodeBody(bytes: Uint8Array): DecodedBody {
  const source = sourceText(bytes);
  const whole = decodeText(source);
  if (whole.ok || !source.isValid) return whole;
  const fields = formFields(source.text.trim());
  return fields === null ? whole : (decodeForm(fields) ?? whole);
}

function decodeText(source: SourceText): DecodedBody {
  const { text } = source;
  if (text.trim() === "") return { ok: true, source, value: undefined };
  if (!source.isValid) {
    return {
      ok: false,
      source,
      reason: "Not UTF-8: the body contains bytes that are not text",
      position: source.invalidAt,
    };
  }
  try {
    const value = parseJson(text);
    // JSON that was serialized twice.
    if (typeof value === "string" && /^\s*[{[]/.test(value)) return decodeText(unplacedText(value));
    return { ok: true, source, value };
  } catch {
    const { position, reason } = findJsonFault(text);
    return {
      ok: false,
      source,
      reason: `Not JSON: ${reason} (${place(text, position)})`,
      position: source.byteOf(position),
    };
  }
}

/** Form fields that contain a whole body, and those that contain one of its members. */
const carriers = ["payload", "data", "body", "json"];
const members = ["events", "event"];

/** Null for a form without a token or JSON, which is probably not a form. */
function decodeForm(fields: readonly FormField[]): DecodedBody | null {
  const carrier = fields.find(({ name, value }) => carriers.includes(name) && /^\s*["{[]/.test(value));
  if (carrier !== undefined) return decodeText(unplacedText(carrier.value));
  const listed = fields.filter(({ name, value }) => members.includes(name) && /^\s*[{[]/.test(value));
  if (listed.length > 0) return decodeText(unplacedText(bodyOf(listed)));
  const others = fields.filter(({ name }) => name !== "token");
  if (others.length === fields.length) return null;
  const source = unplacedText("");
  if (others.length === 0) return { ok: true, source, value: undefined };
  return { ok: false, source, reason: "No events: no field of the form contains JSON", position: null };
}

/** `events=[…]`, or one `event={…}` per event. */
function bodyOf(fields: readonly FormField[]): string {
  const [first] = fields;
  if (first?.name === "events") return `{"events":${first.value}}`;
  return `{"events":[${fields.map(({ value }) => value).join(",")}]}`;
}

function place(text: string, position: number): string {
  const before = text.slice(0, position);
  const line = before.split("\n").length;
  const column = position - before.lastIndexOf("\n");
  const excerpt = text.slice(Math.max(0, position - 20), position + 20).replace(/\s+/g, " ");
  return `line ${line}, column ${column}, near ${JSON.stringify(excerpt.toWellFormed())}`;
}
