import { plainSentence, sentenceOf } from "@/lib/event-types/sentence";
import { actorOf } from "@/lib/events/actor";
import type { Event } from "@/lib/events/event";
import { isRecord } from "@/lib/json/is-record";
import { storableText } from "@/lib/json/storable-text";
import type { KnownValue } from "./known-values";
import { maskMarkup, maskText } from "./mask-text";
import { maskValue, type Rules } from "./mask-value";
import type { Masking } from "./masking";
import type { MaskingSettings } from "./masking-settings";
import { tokens } from "./tokens";

/**
 * An event as a viewer without the permission `personal` sees it. Types, ids, times and staff stay, so that it folds like the event
 * itself.
 */
export function maskEvent(event: Event, masking: Masking): Event {
  const { type, envelope } = event;
  const payload = maskPayload(rulesFor(masking), type, event.payload);
  const said = payload === event.payload ? event.text : storableText(plainSentence(sentenceOf({ type, payload })));
  const text = maskText(said, masking.known);
  const isSame = payload === event.payload && text === event.text;
  const id = envelope.visitor.id === null ? null : tokens.value;
  return {
    ...event,
    payload,
    text,
    actor: isSame ? event.actor : actorOf(payload),
    envelope: { ...envelope, visitor: { ...envelope.visitor, id } },
    ...(isSame ? {} : { masked: true }),
  };
}

/** How values are masked for a masked viewer. */
export function rulesFor({ known, settings }: Masking): Rules {
  return {
    settings,
    text: (text) => maskMarkup(text, known),
    isKnown: (id) => id.length >= 7 && (known.phones.some((phone) => id.includes(phone)) || known.find(id).length > 0),
    found: () => {},
  };
}

/** What an event has in its own fields for personal data. */
export interface PersonalFields {
  /** Their values: those to look for in the texts of its conversation. */
  values: KnownValue[];
  /** There are such fields. */
  isFound: boolean;
}

export function personalFieldsOf({ type, payload, envelope }: Event, settings: MaskingSettings): PersonalFields {
  const values: KnownValue[] = envelope.visitor.id === null ? [] : [{ kind: "value", text: envelope.visitor.id }];
  if (type === "note") return { values, isFound: true };
  const rules: Rules = { settings, text: (text) => text, isKnown: () => false, found: (value) => values.push(value) };
  return { isFound: maskPayload(rules, type, payload) !== payload, values };
}

/** The values of {@link personalFieldsOf}. */
export function personalValuesOf(event: Event, settings: MaskingSettings): KnownValue[] {
  return personalFieldsOf(event, settings).values;
}

/** The payload of an event with its personal data masked; of a note, only what is personal in its text. */
export function maskContacts(payload: unknown, type: string, masking: Masking): unknown {
  const rules = rulesFor(masking);
  return type === "note" ? maskValue(rules, payload) : maskPayload(rules, type, payload);
}

function maskPayload(rules: Rules, type: string, payload: unknown): unknown {
  if (type === "note") return maskValue(rules, payload, { whole: true });
  if (!isRecord(payload)) return maskValue(rules, payload);
  return maskValue(rules, payload, { whole: isContactCard(payload.message) });
}

function isContactCard(message: unknown): boolean {
  return isRecord(message) && /^(?:contacts?|vcard)$/i.test(String(message.type));
}
