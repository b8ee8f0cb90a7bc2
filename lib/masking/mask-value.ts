import { isRecord } from "@/lib/json/is-record";
import { leafTexts } from "@/lib/text/leaf-texts";
import { variableName } from "@/lib/text/variable-token";
import * as fields from "./fields";
import type { KnownValue } from "./known-values";
import { isPersonalVariable, type MaskingSettings } from "./masking-settings";
import { isStaff } from "./staff";
import { isToken, type Kind, kindOf, tokens } from "./tokens";

/** How a value is masked, or how only what is personal in it is collected. */
export interface Rules {
  settings: MaskingSettings;
  /** Masks a text by its contents. */
  text: (text: string) => string;
  /** Whether an id is, or contains, a known value. */
  isKnown: (id: string) => boolean;
  /** Receives each value that is masked because of its place. */
  found: (value: KnownValue) => void;
}

interface Place {
  key: string;
  isInFile: boolean;
  /** Of a shared place. */
  isPlace: boolean;
  /** Everything here is masked. */
  whole: boolean;
  /** An answer to a flow: its keys are the labels of its fields. */
  isFlow: boolean;
}

const start: Place = { key: "", isInFile: false, isPlace: false, whole: false, isFlow: false };
const maxJsonLength = 200_000;

/**
 * A value with everything personal masked, at any depth: texts, numbers and keys. Returns the value itself if there is nothing to mask.
 */
export function maskValue(rules: Rules, value: unknown, place: Partial<Place> = {}): unknown {
  return maskAny(rules, value, { ...start, ...place });
}

/** Masks a value as a whole: its texts, numbers and booleans become a token. */
export function maskWhole(rules: Rules, value: unknown, kind: Kind): unknown {
  if (value === null || value === undefined || value === "" || value === "None" || isToken(value)) return value;
  for (const text of leafTexts(value, new Set(), false)) rules.found({ kind, text });
  return tokens[kind];
}

function maskAny(rules: Rules, value: unknown, place: Place): unknown {
  if (typeof value === "string") return maskLeaf(rules, value, value, place);
  if (typeof value === "number") return maskLeaf(rules, value, String(value), place);
  if (Array.isArray(value)) return maskList(rules, value, place);
  return isRecord(value) ? maskRecord(rules, value, place) : value;
}

function maskList(rules: Rules, list: readonly unknown[], place: Place): unknown {
  const masked = list.map((item) => maskAny(rules, item, place));
  return masked.some((item, index) => item !== list[index]) ? masked : list;
}

function maskLeaf(rules: Rules, sent: string | number, text: string, place: Place): unknown {
  const { key, isInFile, whole, isFlow } = place;
  if (text === "" || text === "None" || fields.isStructural(key, text)) return sent;
  if (place.isPlace) {
    if (isToken(sent)) return sent;
    // A coordinate with few digits is an ordinary number.
    if (typeof sent === "string" || text.length > 5) rules.found({ kind: "value", text });
    return tokens.value;
  }
  if (fields.namesFile(key, isInFile)) {
    // Texts quote names of files. Those that look like one are recognized anyway.
    if (fields.isFileName(key, text)) rules.found({ kind: "file", text });
    return tokens.file;
  }
  if (whole || fields.isPersonalKey(key) || (isFlow && fields.isPersonalLabel(key)))
    return maskWhole(rules, sent, kindOf(key));
  if (fields.isTechnical(key, text) && !rules.isKnown(text)) return sent;
  const masked = /^\s*[[{]/.test(text) ? maskJson(rules, text, { isFlow }) : rules.text(text);
  return masked === text ? sent : masked;
}

/** JSON within a text: escapes in it would hide a value. */
function maskJson(rules: Rules, text: string, { isFlow }: Pick<Place, "isFlow">): string {
  const parsed = text.length > maxJsonLength ? undefined : parse(text);
  if (typeof parsed !== "object" || parsed === null) return rules.text(text);
  const masked = maskAny(rules, parsed, { ...start, isFlow });
  return masked === parsed ? rules.text(text) : JSON.stringify(masked);
}

function maskRecord(rules: Rules, record: Record<string, unknown>, place: Place): unknown {
  if (isActor(record, place.key)) {
    if (!isStaff(record.type)) return maskPerson(rules, record);
    return mapRecord(record, rules, (key, inner) =>
      actorFields.has(key) ? inner : maskAny(rules, inner, { ...start, key }),
    );
  }
  const isInFile = place.isInFile || fields.describesFile(record);
  const isPlace = place.isPlace || fields.describesPlace(record);
  const coordinates = isPlace ? fields.coordinatesIn(record) : null;
  if (coordinates !== null) rules.found({ kind: "value", text: coordinates });
  const isPersonalValue = "value" in record && isPersonalAnswer(rules, record, place.key);
  return mapRecord(record, rules, (key, inner) => {
    if (key === "value" && isPersonalValue) return maskWhole(rules, inner, isPersonalValue);
    if (place.key === "variables" && !("value" in record)) return maskVariableValue(rules, variableName(key), inner);
    const whole = place.whole || (fields.describesPerson(key) && typeof inner === "object");
    const isFlow = place.isFlow || key === "response_json" || key === "nfm_reply";
    return maskAny(rules, inner, { key, isInFile, isPlace, whole, isFlow });
  });
}

/** The kind of the personal value in `{name, value}`: a variable's, or an answer's in a form; false if it is not personal. */
function isPersonalAnswer(rules: Rules, record: Record<string, unknown>, key: string): Kind | false {
  const name = [record.name, record.variable].find((text) => typeof text === "string" && text !== "");
  const variable = typeof name === "string" ? variableName(name) : "";
  if (variable !== "" && isPersonalVariable(rules.settings, variable)) return kindOf(variable);
  if (key === "variables") return false;
  const labels = [record.type, record.variable, record.label, record.title, record.name];
  const label = labels.find(fields.isPersonalLabel);
  return typeof label === "string" ? kindOf(label) : false;
}

/** A variable's value: masked as a whole if the variable is personal, otherwise by its contents. */
export function maskVariableValue(rules: Rules, name: string, value: unknown): unknown {
  return isPersonalVariable(rules.settings, name)
    ? maskWhole(rules, value, kindOf(name))
    : maskAny(rules, value, { ...start, key: "value" });
}

const actorFields = new Set(["type", "id", "email", "name"]);

function isActor(record: Record<string, unknown>, key: string): record is Record<string, unknown> & { type: string } {
  const isNamed = key.endsWith("_by") || key === "from" || key === "to" || key === "assigned_to_user";
  return isNamed && typeof record.type === "string" && ("id" in record || "email" in record || "name" in record);
}

/** The visitor as an actor, or an actor of a type that is not known. */
function maskPerson(rules: Rules, record: Record<string, unknown>): unknown {
  return mapRecord(record, rules, (key, inner) => {
    if (key === "type") return inner;
    return actorFields.has(key)
      ? maskWhole(rules, inner, key === "id" ? "value" : kindOf(key))
      : maskAny(rules, inner, { ...start, key, whole: true });
  });
}

function mapRecord(
  record: Record<string, unknown>,
  rules: Rules,
  mask: (key: string, inner: unknown) => unknown,
): Record<string, unknown> {
  let isChanged = false;
  const entries = Object.entries(record).map(([key, inner]): [string, unknown] => {
    const name = rules.text(key);
    const masked = mask(key, inner);
    isChanged ||= name !== key || masked !== inner;
    return [name, masked];
  });
  // fromEntries instead of assignments: a key "__proto__" stays an ordinary key.
  return isChanged ? Object.fromEntries(entries) : record;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
