import { createHash } from "node:crypto";

/** An event as the platform sends it: docs/support-hunt/webhook.md §2. */
export interface BenchEvent {
  event: { type: string; payload: unknown };
  conversation: { key: string; id: number };
  account: { key: string; id: number; bot: { id: number } };
  visitor: { key: string; id: number };
  timestamp: string;
}

/** In one of ten thousand conversations, whatever their number, and in one of three. */
export const rareWord = "zanzibarite";
export const commonWord = "invoice";

export const plans = ["free", "pro", "team", "enterprise"] as const;
export const labels = ["vip", "refund", "bug", "needs review"] as const;

const start = Date.UTC(2025, 0, 1);
const agents = ["8181", "8182", "8183"] as const;
const questions = [
  "Hello, I ordered two weeks ago and the parcel is still not here. Where is it?",
  "Wo finde ich die Rechnung vom letzten Monat? Danke schön!",
  "The invoice shows the wrong address, can you correct it please",
  "返金をお願いします。注文番号は１２３です",
  "Can I change my plan in the middle of the month?",
  "It says that my password is wrong, but it is not",
] as const;
const answers = [
  "Happy to help! Could you tell me your order number, please?",
  "You find it under Account, Billing, Invoices. Shall I send it to you?",
  "Thank you for waiting. A colleague will be with you in a moment.",
  "Done! Is there anything else that I can do for you?",
] as const;

/**
 * The first `length` events of conversation `number`, about 600 bytes each: creation, then messages with some variables, labels,
 * an assignee, a note, and its end. Deterministic by number; `family` separates runs.
 */
export function conversation(number: number, length: number, family = "bench"): BenchEvent[] {
  const key = `${createHash("md5").update(`${family} ${number}`).digest("hex")}${Math.floor(start / 1000) + number}`;
  const startedAt = start + number * 60_000;
  const common = {
    conversation: { key, id: 7_000_000 + number },
    account: { key: "VGYh5KEUxnaS043726528180Llb9R8pe", id: 476, bot: { id: 8861 + (number % 5) } },
    visitor: { key: createHash("md5").update(`${family} visitor ${number}`).digest("hex"), id: 800_000 + number },
  };
  return Array.from({ length }, (_, place) => ({
    event: happening(number, place, length),
    ...common,
    timestamp: timestamp(startedAt + place * 7_000, (number * 31 + place) % 1000),
  }));
}

function happening(number: number, place: number, length: number): BenchEvent["event"] {
  if (place === 0) return creation(number);
  if (place === length - 1 && number % 3 !== 0 && length > 2) return closing();
  const isLong = place > 10;
  switch (place % (isLong ? 100 : 10)) {
    case 3:
      return { type: "variables", payload: { action_performed_by: bot, variables: variables(number) } };
    case 5:
      if (isLong) break;
      return {
        type: "conversation_labels",
        payload: {
          action_performed_by: agent(number),
          action: "added",
          labels: [{ id: 1 + (number % labels.length), name: labels[number % labels.length] }],
        },
      };
    case 7:
      if (isLong) break;
      return { type: "note", payload: { note_by: agent(number), note: `Asked twice already, number ${number}` } };
  }
  const isVisitor = place % 2 === 1;
  const texts = isVisitor ? questions : answers;
  const text = texts[(number * 7 + place) % texts.length] ?? "";
  const rare = place === 1 && number % 10_000 === 17 ? ` ${rareWord}` : "";
  return {
    type: "message",
    payload: {
      message_by: isVisitor ? { email: null, id: null, type: "visitor" } : bot,
      message: { type: "text", text: `${text}${rare} (${number}.${place})` },
    },
  };
}

const bot = { email: "bot-8861@bots.example.com", id: "7001", type: "bot" };

function agent(number: number) {
  const id = agents[number % agents.length];
  return { email: `agent-${id}@example.com`, id, type: "user" };
}

function creation(number: number): BenchEvent["event"] {
  return {
    type: "conversation_create",
    payload: {
      assigned_to_user: number % 4 === 0 ? agent(number) : bot,
      created_at: timestamp(start + number * 60_000, 0),
      title: `Visitor ${number}`,
      bot_id: 8861 + (number % 5),
      channel: { name: 1, provider: 0 },
      is_new_visitor: true,
      is_closed: 0,
      browser: "Chrome 142 (142.0.0.0)",
      variables: [],
    },
  };
}

function closing(): BenchEvent["event"] {
  return { type: "status", payload: { closed_by: bot, status: "Close" } };
}

function variables(number: number) {
  return [
    { type: "text", name: "plan", value: plans[number % plans.length] },
    { type: "number", name: "orders", value: number % 50 },
    { type: "text", name: "visitor_email", value: `visitor-${number}@example.com` },
  ];
}

/** `2025-01-01 00:00:00.000123`, as the platform sends it. */
function timestamp(milliseconds: number, micros: number): string {
  const iso = new Date(milliseconds).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}${String(micros).padStart(3, "0")}`;
}
