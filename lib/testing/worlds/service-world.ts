import { pick } from "@/lib/testing/many-conversations";

/** An event of a conversation with waiting visitors, as the platform sends it. */
export interface ServiceEvent {
  event: { type: string; payload: ServicePayload };
  conversation: { key: string; id: number };
  account: { key: string; id: number; bot: { id: number } };
  visitor: { key: string; id: number };
  timestamp: string;
}

/** Fields of all these events' payloads. */
interface ServicePayload {
  message_by?: Somebody;
  message?: { type: string; text?: string; payload?: Record<string, unknown> };
  assigned_to_user?: Somebody | null;
  is_closed?: number;
  from?: Somebody | null;
  to?: Somebody | null;
  changed_by?: Somebody;
  status?: string;
  closed_by?: Somebody;
  note?: string;
  note_by?: Somebody;
  labels?: { id: number; name?: string }[];
  action?: string;
  variables?: { type: string; name: string; value: unknown }[];
}

export interface Somebody {
  type: string;
  id: string | null;
  email: string | null;
}

const visitor: Somebody = { type: "visitor", id: null, email: null };
const bot: Somebody = { type: "bot", id: "7", email: "bot@example.com" };
/** The bot, as published prompts identify it. */
const botAsUser: Somebody = { ...bot, type: "user" };
const lian: Somebody = { type: "user", id: "8", email: "lian@example.com" };
const sam: Somebody = { type: "user", id: "9", email: "sam@example.com" };
const support: Somebody = { type: "team", id: "10", email: null };
const system: Somebody = { type: "system", id: null, email: null };
const closers = [lian, bot, botAsUser, system, support];
const assignees = [bot, botAsUser, lian, sam, support, null];

const start = Date.UTC(2024, 0, 1);

/** `count` random events of one conversation, in the sender's order, with distinct timestamps. */
export function serviceWorld(random: () => number, count: number, place = 0): ServiceEvent[] {
  const key = place.toString(16).padStart(32, "0") + Math.floor(start / 1000);
  let at = start;
  return Array.from({ length: count }, (_, index) => {
    at += 1 + Math.floor(random() * 90_000);
    const digits = String(Math.floor(random() * 1000)).padStart(3, "0");
    return {
      event: anyEvent(random, index),
      conversation: { key, id: place },
      account: { key: "account", id: 476, bot: { id: 1 } },
      visitor: { key: `visitor-${place}`, id: place },
      timestamp: new Date(at).toISOString().replace("T", " ").replace("Z", digits),
    };
  });
}

function anyEvent(random: () => number, index: number): ServiceEvent["event"] {
  if (index === 0 && random() < 0.7) return creation(random);
  const roll = random();
  if (roll < 0.35) return says(visitor, visitorMessage(random, index));
  if (roll < 0.5) return says(pick(random, [bot, botAsUser, lian, sam]), { type: "text", text: `Words ${index}` });
  if (roll < 0.65) return says(pick(random, [bot, botAsUser, lian]), prompt(random, index));
  if (roll < 0.85) return assignment(random);
  if (roll < 0.95)
    return {
      type: "status",
      payload: { closed_by: pick(random, closers), status: pick(random, ["Close", "Close", "Open"]) },
    };
  if (roll < 0.97) return says(lian, { type: "delay", payload: { value: 3 } });
  return { type: "note", payload: { note: "For colleagues", note_by: lian } };
}

function creation(random: () => number): ServiceEvent["event"] {
  const payload: ServicePayload = { is_closed: pick(random, [0, 0, 0, 1]) };
  if (random() < 0.6) payload.assigned_to_user = pick(random, assignees);
  return { type: "conversation_create", payload };
}

function assignment(random: () => number): ServiceEvent["event"] {
  return {
    type: "assignee_change",
    payload: { changed_by: lian, from: pick(random, assignees), to: pick(random, assignees) },
  };
}

function visitorMessage(random: () => number, index: number): ServicePayload["message"] {
  return pick(random, [
    { type: "text", text: `Visitor ${index}` },
    { type: "text", text: `Visitor ${index}` },
    { type: "button.response", payload: { body: "Yes", callback: {} } },
    { type: "javascript.response", payload: { variables: {} } },
    { type: "reaction", payload: { emoji: "👍" } },
  ]);
}

function prompt(random: () => number, index: number): ServicePayload["message"] {
  return pick(random, [
    { type: "button", payload: { title: `Which one, ${index % 5}?`, buttons: [{ title: "Yes" }, { title: "No" }] } },
    { type: "form", payload: { title: "Your details", fields: [{ title: "Name", variable: "name" }] } },
    { type: "javascript", payload: { script: "1" } },
  ]);
}

function says(by: Somebody, message: ServicePayload["message"]): ServiceEvent["event"] {
  return { type: "message", payload: { message_by: by, ...(message && { message }) } };
}
