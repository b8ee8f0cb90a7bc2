import { eventTypes } from "@/lib/event-types/event-types";
import { assigneeChange } from "@/lib/event-types/types/assignee-change";
import { conversationCreate } from "@/lib/event-types/types/conversation-create";
import { conversationLabels } from "@/lib/event-types/types/conversation-labels";
import { messageStatus } from "@/lib/event-types/types/message-status";
import { note } from "@/lib/event-types/types/note";
import { slaBreached } from "@/lib/event-types/types/sla-breached";
import { status } from "@/lib/event-types/types/status";
import { variables } from "@/lib/event-types/types/variables";
import { actorOf, readActor } from "@/lib/events/actor";
import { readEnvelope, unknownAccountKey, visitorKeyOf } from "@/lib/events/envelope";
import type { Actor, Envelope } from "@/lib/events/event";
import { isRecord } from "@/lib/json/is-record";
import { parseRaw } from "@/lib/json/parse-json";
import { plainJson } from "@/lib/json/plain-json";
import { toIso } from "@/lib/time/instant";
import { readSentTime } from "@/lib/time/sent-time";
import { type Pseudonyms, skeletonOfMessage } from "./skeleton-of-message";

/** What replaces the things that a skeleton may still refer to. */
export interface Replacements {
  /** The key in place of a visitor's. */
  visitorKey(key: string): string;
  texts: Pseudonyms;
}

/** The type of events whose own type is unknown, and may contain anything. */
const erasedType = "erased";

/**
 * What remains of an event, as its new text: type, kind of actor, times, keys of conversation and account, and what the fold
 * needs to reach the same counts, waits, status and gaps. A list of what stays, so no text, name or field of the sender survives
 * unless it is on it. Pure; never throws. `{}` for a text that is no event.
 */
export function skeletonOf(raw: string, replace: Replacements): string {
  const reading = readEnvelope(parsed(raw));
  if (!reading.ok) return "{}";
  const { type, envelope, occurredAt } = reading;
  const payload = payloadOf(type, plainJson(reading.payload), replace.texts);
  return JSON.stringify({
    event: { type: eventTypes.has(type) ? type : erasedType, payload },
    ...envelopeOf(envelope, replace),
    timestamp: toIso(occurredAt),
  });
}

function parsed(raw: string): unknown {
  try {
    return parseRaw(raw);
  } catch {
    return undefined;
  }
}

function envelopeOf({ conversation, account, botId, visitor }: Envelope, replace: Replacements) {
  return {
    conversation: { key: conversation.key, ...(isDigits(conversation.id) ? { id: conversation.id } : {}) },
    account: {
      ...(account.key === unknownAccountKey ? {} : { key: account.key }),
      ...(account.id === null ? {} : { id: account.id }),
      ...(botId === null ? {} : { bot: { id: botId } }),
    },
    ...(visitor.key === visitorKeyOf(conversation.key) ? {} : { visitor: { key: replace.visitorKey(visitor.key) } }),
  };
}

/** Null for a payload that does not match its type, which has no effect. */
function payloadOf(type: string, sent: unknown, texts: Pseudonyms): unknown {
  const by = actorOf(sent);
  const changedBy = by === null ? {} : { changed_by: actor(by, texts) };
  switch (type) {
    case "message":
      return messageOf(sent, texts);
    case status.type: {
      const { data } = status.payload.safeParse(sent);
      return data === undefined ? null : { status: data.status, ...changedBy };
    }
    case assigneeChange.type: {
      const { data } = assigneeChange.payload.safeParse(sent);
      if (data === undefined) return null;
      return {
        ...(data.from === undefined ? {} : { from: actor(data.from, texts) }),
        to: actor(data.to, texts),
        ...changedBy,
      };
    }
    case conversationLabels.type: {
      const { data } = conversationLabels.payload.safeParse(sent);
      if (data === undefined) return null;
      const labels = data.labels.map(({ id }) => ({ id: idOf(id, texts) }));
      return { action: data.action === "add" ? "add" : "delete", labels, ...changedBy };
    }
    case variables.type: {
      const { data } = variables.payload.safeParse(sent);
      return data === undefined
        ? null
        : { variables: data.flatMap(({ value }) => variableOf(value, texts)), ...changedBy };
    }
    case conversationCreate.type:
      return creationOf(sent, texts);
    case note.type:
      return note.payload.safeParse(sent).success ? { note: "", ...changedBy } : null;
    case messageStatus.type: {
      const { data } = messageStatus.payload.safeParse(sent);
      return data === undefined ? null : { status: data.status, ...changedBy };
    }
    case slaBreached.type:
      return slaBreached.payload.safeParse(sent).success ? changedBy : null;
    default:
      return null;
  }
}

function messageOf(sent: unknown, texts: Pseudonyms): unknown {
  if (!isRecord(sent)) return null;
  const by = readActor(sent.message_by);
  return {
    ...(by === null ? {} : { message_by: actor(by, texts) }),
    ...("message" in sent ? { message: skeletonOfMessage(sent.message, texts) } : {}),
  };
}

/** Names go. A value stays comparable with the visitor's last message, which shows what was asked. */
function variableOf(value: unknown, texts: Pseudonyms): unknown[] {
  const isScalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isScalar && String(value).trim() !== "" ? [{ name: erasedType, value: texts.of(String(value)) }] : [];
}

function creationOf(sent: unknown, texts: Pseudonyms): unknown {
  const { data } = conversationCreate.payload.safeParse(sent);
  if (data === undefined) return null;
  const createdAt = readSentTime(data.createdAt);
  const { name, provider } = data.channel;
  const channel = {
    ...(/^\d{1,3}$/.test(name) ? { name } : {}),
    ...(provider !== null && Number.isInteger(provider) && provider >= 0 && provider < 1000 ? { provider } : {}),
  };
  return {
    ...(createdAt === null ? {} : { created_at: toIso(createdAt) }),
    ...(data.botId === null ? {} : { bot_id: data.botId }),
    ...(data.isClosed === null ? {} : { is_closed: data.isClosed }),
    ...(Object.keys(channel).length === 0 ? {} : { channel }),
    ...(data.assignee === undefined ? {} : { assigned_to_user: actor(data.assignee, texts) }),
  };
}

const actorTypes = new Set(["bot", "user", "team", "visitor", "system"]);

/** The kind of an actor. Of staff also the id, since waits depend on who is assigned; never a visitor's. */
function actor(said: Actor, texts: Pseudonyms): { type: string; id?: string };
function actor(said: Actor | null, texts: Pseudonyms): { type: string; id?: string } | null;
function actor(said: Actor | null, texts: Pseudonyms): { type: string; id?: string } | null {
  if (said === null) return null;
  const type = actorTypes.has(said.type) ? said.type : "unknown";
  if (said.id === null) return { type };
  return { type, id: type === "bot" || type === "user" || type === "team" ? idOf(said.id, texts) : texts.of(said.id) };
}

function idOf(id: string, texts: Pseudonyms): string {
  return isDigits(id) ? id : texts.of(id);
}

function isDigits(id: string | null): id is string {
  return id !== null && /^\d{1,20}$/.test(id);
}
