import { isRecord } from "@/lib/json/is-record";
import { parseRaw } from "@/lib/json/parse-json";
import { variableName } from "@/lib/text/variable-token";
import { maskContacts, rulesFor } from "./mask-event";
import { maskValue } from "./mask-value";
import type { Masking } from "./masking";
import { isToken, kindOf, tokens } from "./tokens";

/** Contact values are all personal data, without the rest of notes. Technical data is what a browser tells. */
export type MaskedData = "contacts" | "technical";

/** The source of an event in which data is masked for good; the same text if it has none. Pure; never throws. */
export function maskRaw(raw: string, data: MaskedData, masking: Masking): string {
  const event = parsed(raw);
  if (!isRecord(event)) return raw;
  const masked = data === "contacts" ? withoutContacts(event, masking) : maskTechnical(event);
  return masked === event ? raw : JSON.stringify(masked);
}

/** Keys stay, like kinds and times: they are the event's place, and pseudonyms. */
function withoutContacts(sent: Record<string, unknown>, masking: Masking): Record<string, unknown> {
  const { event, conversation, account, timestamp, visitor, ...others } = sent;
  if (!isRecord(event)) return sent;
  const rules = rulesFor(masking);
  const { type, payload, ...parts } = event;
  const maskedPayload = maskContacts(payload, String(type), masking);
  const maskedParts = maskValue(rules, parts);
  const maskedOthers = maskValue(rules, others);
  const hasMore = isRecord(visitor) && Object.keys(visitor).some((name) => name !== "key");
  if (maskedPayload === payload && maskedParts === parts && maskedOthers === others && !hasMore) return sent;
  return {
    ...(isRecord(maskedOthers) ? maskedOthers : {}),
    event: { ...(isRecord(maskedParts) ? maskedParts : {}), type, payload: maskedPayload },
    ...{ conversation, account, timestamp },
    visitor: hasMore ? { key: visitor.key } : visitor,
  };
}

const technicalNames = new Set([
  ...["ip", "ip_address", "browser", "browser_language", "os", "timezone", "user_agent"],
  ...["referrer_url", "source_url"],
]);

/** Variables and fields with what a browser tells, at any depth. */
function maskTechnical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const masked = value.map(maskTechnical);
    return masked.some((item, place) => item !== value[place]) ? masked : value;
  }
  if (!isRecord(value)) return value;
  const named = typeof value.name === "string" ? variableName(value.name) : "";
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => {
    const name = key === "value" ? named : variableName(key);
    return [key, technicalNames.has(name) ? tokenFor(inner, name) : maskTechnical(inner)];
  });
  return entries.some(([key, inner]) => inner !== value[key]) ? Object.fromEntries(entries) : value;
}

function tokenFor(value: unknown, name: string): unknown {
  return value === null || value === "" || isToken(value) ? value : tokens[kindOf(name)];
}

function parsed(raw: string): unknown {
  try {
    return parseRaw(raw);
  } catch {
    return undefined;
  }
}
