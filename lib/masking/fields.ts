import { isToken, writtenTokens } from "./tokens";

/** Words of the platform, not of a person, under the keys whose values an event's meaning depends on. */
const kindKeys = new Set(["type", "sub_type", "mime_type", "mimetype"]);
const kindWord = /^[a-z][a-z0-9_+/.-]{0,60}$/i;
const stateKeys = new Set(["action", "status", "state", "message_status", "delivery_status", "is_closed"]);
const stateWord =
  /^(?:(?:re-?)?open(?:ed)?|closed?|sent|delivered|read|seen|failed|undelivered|error|failure|add(?:ed)?|created?|updated?|deleted?|removed?|detach(?:ed)?|[012](?:\.0)?|true|false)$/i;

/** Fields with ids and times: their digits are no phone numbers. */
const technical =
  /^(?:id|ids|key|mid|wamid|uuid|timestamp|time|ts|date|expires_at|index|.*(?:_id|_key|_at|_time|_on|_ms|_seconds))$/i;
const contactIds = /^(?:wa_id|(?:contact|visitor|customer|recipient|sender|from|to|chat|subscriber|profile|lead)_id)$/i;
const technicalValue = /^(?:\d{1,19}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[\d.]*(?:Z|[+-]\d\d:?\d\d)?)$/;

const personalKey =
  /(?:^|_)(?:e_?mails?|phones?|mobile|whatsapp|wa_id|ip|ip_address|(?:first|last|full|formatted|middle|sur|nick|user|visitor|contact|customer|sender|recipient|display|profile|push|wa|given|family|client|lead|guest|holder)_?name|birthday|birth_?date|street)(?:$|_(?:number|address)$)/i;
const personalLabel =
  /(?:^|[^\p{L}])(?:(?:first|last|full|sur|nick|user)?[ _-]?name|e-?mail|phone|mobile|tel(?:ephone)?|whatsapp)(?:$|[^\p{L}])/iu;
const personHolder = /^(?:visitors?|contacts?|customers?|user_info|profile|leads?|vcard|sender)$/i;
const fileKey =
  /^(?:file_?name|avatar(?:_url)?|profile_(?:pic(?:ture)?|image|photo)(?:_url)?|photo(?:_url)?|picture(?:_url)?)$/i;
const linkKey = /^(?:(?:.*_)?(?:link|url|uri|href|src)|path|preview|thumbnail|name|title)$/i;
const mostLabel = 200;

/** Whether a text is a word of the platform, which stays. */
export function isStructural(key: string, text: string): boolean {
  return (kindKeys.has(key) && kindWord.test(text)) || (stateKeys.has(key) && stateWord.test(text));
}

/** Whether digits under this key are an id or a time. */
export function isTechnical(key: string, text: string): boolean {
  return text.length <= 40 && technical.test(key) && !contactIds.test(key) && technicalValue.test(text);
}

/** Whether every value under this key is personal. */
export function isPersonalKey(key: string): boolean {
  return key.length <= mostLabel && personalKey.test(withoutTokens(key).replaceAll("-", "_"));
}

/** Whether a form's field asks for a name, an e-mail address or a phone number, by its type, label or variable. */
export function isPersonalLabel(label: unknown): boolean {
  return (
    typeof label === "string" && personalLabel.test(withoutTokens(label.slice(0, mostLabel)).replace(/[_\d.$]+/g, " "))
  );
}

/** A masked label tells nothing: `[phone]` asks for no phone number. */
function withoutTokens(label: string): string {
  return label.replace(writtenTokens, " ");
}

/** Whether everything within this key describes a person. */
export function describesPerson(key: string): boolean {
  return personHolder.test(key);
}

const placeType = /^(?:(?:live[_-]?)?location|venue|point)$/i;
const latitudes = ["latitude", "lat"];
const longitudes = ["longitude", "lng", "long", "lon"];

/** Whether an object describes where somebody is: its coordinates, their name, address and link. */
export function describesPlace(record: Record<string, unknown>): boolean {
  const isOfType = typeof record.type === "string" && placeType.test(record.type);
  return isOfType || coordinatesIn(record) !== null || Array.isArray(record.coordinates);
}

/** The coordinates of a place, as texts have them; null without. */
export function coordinatesIn(record: Record<string, unknown>): string | null {
  const [latitude, longitude] = [latitudes, longitudes].map((names) =>
    names.find((name) => Object.hasOwn(record, name)),
  );
  return latitude === undefined || longitude === undefined ? null : `${record[latitude]}, ${record[longitude]}`;
}

/** Whether the text under this key names a file, in any object or in one that describes a file. */
export function namesFile(key: string, isInFile: boolean): boolean {
  return fileKey.test(key) || (isInFile && linkKey.test(key));
}

/** Whether a text under such a key is a name that is not recognized as a file's by its form. */
export function isFileName(key: string, text: string): boolean {
  return /^(?:file_?name|name|title)$/i.test(key) && !/^\S+\.[a-z\d]{3,4}$/i.test(text) && !isToken(text);
}

const fileMarks = ["mime_type", "mimetype", "file_name", "filename", "media_id", "file_size", "file_size_in_kb"];
const fileTypes = new Set(["image", "audio", "video", "document", "sticker", "file"]);

/** Whether an object describes a file. */
export function describesFile(record: Record<string, unknown>): boolean {
  if (fileMarks.some((mark) => Object.hasOwn(record, mark))) return true;
  return typeof record.type === "string" && fileTypes.has(record.type) && ("link" in record || "url" in record);
}
