interface Body {
  events: SentEvent[];
}

/** An event in a delivery's body. */
export interface SentEvent {
  event: { type: string; payload: Payload };
  conversation: { key: string; id: number };
  account: { key: string; id: number; bot: { id: number } };
  visitor: { key: string; id: number };
  timestamp: string;
}

/** Fields of all these events' payloads. */
interface Payload {
  created_at?: string;
  title?: string;
  channel?: { name: number; provider: number };
  is_closed?: number;
  external_key?: string;
  variables?: { type: string; name: string; value: unknown }[];
  message_by?: { type: string; id: string | null; email: null };
  message?: { type: string; text?: string; payload?: Record<string, unknown> };
  note_by?: Agent;
  note?: string;
  changed_by?: Agent;
  from?: null;
  to?: Agent | null;
  action?: string;
  labels?: { id: number; name?: string }[];
  closed_by?: Agent;
  status?: string;
}

type Agent = (typeof agents)[number];

/** Bodies of deliveries with `count` conversations that differ in everything that lists filter by; deterministic for a seed. */
export function manyConversations(count: number, seed = 1): Body[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, (_, place) => ({ events: conversationEvents(place, random) }));
}

/** Random numbers from 0 to below 1, deterministic for a seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A random element of `values`. */
export function pick<const Value>(random: () => number, values: readonly Value[]): Value {
  const [chosen] = values.slice(Math.floor(random() * values.length));
  if (chosen === undefined) throw new Error("There is nothing to pick from.");
  return chosen;
}

export const words = [
  "refund please",
  "Wo ist meine STRASSE?",
  "wo ist meine straße",
  "İSTANBUL'a kargo",
  "istanbul",
  "返金をお願いします",
  "注文番号は１２３です",
  "👩‍👩‍👧 thanks 👍",
  "100% sure",
  "100 sure",
  "snake_case",
  "snakeXcase",
  "C:\\temp\\file",
  '"quoted" text',
  "Где мой заказ?",
  "ΟΔΟΣ ΕΡΜΟΥ",
  "ok",
  "I don’t know",
  "don't know",
  "“two words” – here…",
  '"two words" - here...',
  "Café de José",
  "cafe de jose",
  "café de jose",
  "Tiếng Việt",
  "tieng viet",
  "Donau\u00addampf\u200bschiff",
  "donaudampfschiff",
  "مرحـبا",
  "مَرْحَبا",
  "がぎ",
  "かき",
  "👍🏽",
  "🇺🇸🇪🇸",
  "🇸🇪",
] as const;

export const prompts = ["Which plan?", "What is your order number?", "what is your order number?"] as const;

export const agents = [
  { id: "8181", email: "Ada@example.com", type: "user" },
  { id: "8182", email: "grace@example.com", type: "user" },
  { id: "8183", email: null, type: "team" },
] as const;

export const labels = [
  { id: 11, name: "VIP" },
  { id: 12, name: "Needs Review" },
  { id: 13, name: "größe" },
  { id: 14, name: "Café" },
  { id: 15, name: "cafe" },
] as const;

const firstStart = Date.UTC(2024, 0, 1);
const hour = 3_600_000;

function conversationEvents(place: number, random: () => number): Body["events"] {
  const startsAt = firstStart + place * 7 * hour + Math.floor(random() * 12) * hour;
  const key = place.toString(16).padStart(32, "0") + Math.floor(startsAt / 1000);
  const visitor = { key: `visitor-${Math.floor(random() * 40)}`, id: place };
  const account = { key: "account", id: 476, bot: { id: pick(random, [1, 2, 3]) } };
  const events: Body["events"] = [];
  let at = startsAt;
  const add = (type: string, payload: Payload) => {
    // Some events have the same timestamp, to test the tie-break of the order.
    at += pick(random, [0, 1000, 60_000, 2 * hour]);
    const timestamp = new Date(at).toISOString().replace("T", " ").replace("Z", "000");
    events.push({ event: { type, payload }, conversation: { key, id: place }, account, visitor, timestamp });
  };
  const someone = () => pick(random, agents);

  if (random() < 0.8) add("conversation_create", creation(place, startsAt, random));
  for (let count = Math.floor(random() * 6); count >= 0; count--) add("message", message(random));
  if (random() < 0.3) add("note", { note_by: someone(), note: `Note: ${pick(random, words)}` });
  if (random() < 0.5) add("variables", variables(random));
  if (random() < 0.5)
    add("assignee_change", { changed_by: someone(), from: null, to: pick(random, [null, ...agents]) });
  const says = (type: string) => ({
    message_by: { type, id: type === "user" ? agents[place % 2 === 0 ? 0 : 1].id : null, email: null },
    message: { type: "text", text: "ok" },
  });
  if (random() < 0.3) add("message", says("visitor"));
  if (random() < 0.3) add("message", says("user"));
  for (const action of ["added", "added", "deleted"]) {
    const { id, name } = pick(random, labels);
    const isNamed = action === "added" && random() < 0.6;
    if (random() < 0.5) add("conversation_labels", { action, labels: [isNamed ? { id, name } : { id }] });
  }
  if (random() < 0.4) add("status", { closed_by: someone(), status: pick(random, ["Close", "Open"]) });
  return events;
}

function creation(place: number, startsAt: number, random: () => number): Payload {
  return {
    created_at: new Date(startsAt - Math.floor(random() * 3) * hour)
      .toISOString()
      .replace("T", " ")
      .replace("Z", "000"),
    title: pick(random, [`Visitor ${place}`, `Größe ${place}`, `注文 ${place}`]),
    channel: { name: pick(random, [1, 3, 4]), provider: 0 },
    is_closed: pick(random, [0, 0, 1]),
    external_key: `external-${place}`,
    variables: [{ type: "text", name: "visitor_name", value: pick(random, ["Zoë", "Ångström", "李雷"]) }],
  };
}

function message(random: () => number): Payload {
  const by = { type: pick(random, ["visitor", "bot", "user"]), id: null, email: null };
  const text = pick(random, words);
  return pick(random, [
    { message_by: by, message: { type: "text", text } },
    { message_by: by, message: { type: "text", text } },
    {
      message_by: by,
      message: { type: "image", payload: { link: "https://example.com/a.png", file_name: `${text}.png` } },
    },
    { message_by: by, message: { type: "hologram", payload: { text } } },
    { message_by: { ...by, type: "bot" }, message: { type: "text", payload: { text: `${text}?` } } },
    { message_by: { ...by, type: "bot" }, message: prompt(random) },
  ]);
}

function prompt(random: () => number): NonNullable<Payload["message"]> {
  const title = pick(random, prompts);
  return pick(random, [
    { type: "button", payload: { title, buttons: [{ title: "Yes" }, { title: "No" }] } },
    { type: "form", payload: { title, fields: [{ title: "Answer", variable: "answer" }] } },
  ]);
}

function variables(random: () => number): Payload {
  return {
    variables: [
      { type: "text", name: "plan", value: pick(random, ["pro", "Pro", "free", ""]) },
      { type: "number", name: "age", value: pick(random, [7, "42", null]) },
      { type: "text", name: "trial", value: pick(random, [true, false]) },
      {
        type: "date",
        name: "due",
        value: pick(random, ["2024-02-01", "2024-02-01 10:00", "2024-03-01", "Soon", "später"]),
      },
    ],
  };
}
