import { pick } from "@/lib/testing/many-conversations";

/** An event of a conversation with a bot's prompts, as the platform sends it. */
export interface FlowEvent {
  event: { type: string; payload: FlowPayload };
  conversation: { key: string; id: number };
  account: { key: string; id: number; bot: { id: number } };
  visitor: { key: string; id: number };
  timestamp: string;
}

export interface FlowPayload {
  message_by?: FlowActor;
  message?: { type: string; text?: string; payload?: Record<string, unknown> };
  variables?: { type: string; name: string; value: unknown }[];
  assigned_to_user?: FlowActor | null;
  is_closed?: number;
  from?: FlowActor | null;
  to?: FlowActor | null;
  changed_by?: FlowActor;
  status?: string;
  closed_by?: FlowActor;
}

export interface FlowActor {
  type: string;
  id: string | null;
  email: string | null;
}

/** A prompt that the bot can show. `{name}` and `{number}` are different in each conversation. */
export interface Template {
  /** The prompt that it belongs to. Templates without targets that are shown together belong to different ones. */
  prompt: string;
  title: string;
  /** The title as it is displayed. */
  shown: string;
  /** Title and target of each choice; null for a form. */
  choices: readonly { title: string; leadsTo: string | null }[] | null;
}

const choice = (title: string, leadsTo: string | null) => ({ title, leadsTo });
const yesOrNo = [choice("Yes", null), choice("No", null)];

export const templates: readonly Template[] = [
  {
    ...{ prompt: "menu", title: "Hi {name}, what do you need?", shown: "Hi {visitor_name}, what do you need?" },
    choices: [choice("Refund", "2"), choice("Parcel", "3")],
  },
  {
    ...{ prompt: "menu", title: "Hallo {name}, worum geht es?", shown: "Hallo {visitor_name}, worum geht es?" },
    choices: [choice("Erstattung", "2"), choice("Paket", "3")],
  },
  {
    ...{ prompt: "order", title: "Order {number}: what about it?", shown: "Order #: what about it?" },
    choices: [choice("Track", "8"), choice("Cancel", "9"), choice("Stop", "9")],
  },
  { prompt: "yes or no", title: "Shall we send it again?", shown: "Shall we send it again?", choices: yesOrNo },
  { prompt: "yes or no", title: "Was that helpful?", shown: "Was that helpful?", choices: yesOrNo },
  { prompt: "form", title: "Your details", shown: "Your details", choices: null },
];

/** A plain text of the bot, which the visitor's answer in a variable makes a prompt. */
export const question = "What is your order code?";

export const visitor: FlowActor = { type: "visitor", id: null, email: null };
const bot: FlowActor = { type: "bot", id: "7", email: "bot@example.com" };
/** The bot, as published prompts identify it. */
const botAsUser: FlowActor = { ...bot, type: "user" };
const lian: FlowActor = { type: "user", id: "8", email: "lian@example.com" };
const support: FlowActor = { type: "team", id: "10", email: null };
const names = ["Ada Lovelace", "Noor", "Zoë Müller", "李雷"];

/** `count` random events of one conversation after its start, in the sender's order. They end at `end`, in milliseconds. */
export function flowWorld(
  random: () => number,
  count: number,
  { place, end }: { place: number; end: number },
): FlowEvent[] {
  const name = pick(random, names);
  const variables = [{ type: "text", name: "visitor_name", value: name }];
  const events: FlowEvent["event"][] = [
    { type: "conversation_create", payload: { is_closed: 0, assigned_to_user: pick(random, [bot, null]), variables } },
  ];
  while (events.length <= count) events.push(...someEvents(random, name, events.length));
  const gaps = events.map(() => 1000 + Math.floor(random() * 90_000));
  let at = end - gaps.reduce((sum, gap) => sum + gap, 0);
  const key = place.toString(16).padStart(32, "0") + Math.floor(at / 1000);
  const botId = 1 + Math.floor(random() * 2);
  return events.map((event, index) => {
    at += gaps[index] ?? 0;
    return {
      event,
      conversation: { key, id: place },
      account: { key: "account", id: 476, bot: { id: botId } },
      visitor: { key: `visitor-${place}`, id: place },
      timestamp: new Date(at).toISOString().replace("T", " ").replace("Z", "000"),
    };
  });
}

function someEvents(random: () => number, name: string, index: number): FlowEvent["event"][] {
  const roll = random();
  const says = (by: FlowActor, message: NonNullable<FlowPayload["message"]>) => ({
    type: "message",
    payload: { message_by: by, message },
  });
  if (roll < 0.4) return [says(pick(random, [bot, bot, bot, botAsUser, lian]), prompt(random, name))];
  if (roll < 0.7) return [says(visitor, answer(random, index))];
  if (roll < 0.78) return [says(visitor, { type: "text", text: `Words ${index}` })];
  if (roll < 0.84) {
    const code = `code${index}`;
    const asked = says(pick(random, [bot, bot, lian]), { type: "text", text: question });
    const given = says(visitor, { type: "text", text: code });
    const set = { type: "variables", payload: { variables: [{ type: "text", name: "code", value: code }] } };
    return random() < 0.3 ? [asked, given, says(bot, prompt(random, name)), set] : [asked, given, set];
  }
  if (roll < 0.88) return [says(pick(random, [bot, lian]), { type: "text", text: `Just so you know ${index}` })];
  if (roll < 0.94) {
    const to = pick(random, [bot, lian, support, null]);
    return [{ type: "assignee_change", payload: { changed_by: bot, from: null, to } }];
  }
  return [{ type: "status", payload: { closed_by: bot, status: pick(random, ["Close", "Open"]) } }];
}

function prompt(random: () => number, name: string): NonNullable<FlowPayload["message"]> {
  const { title: template, choices } = pick(random, templates);
  const number = 100 + Math.floor(random() * 900);
  const title = template.replace("{name}", name).replace("{number}", String(number));
  if (choices === null) return { type: "form", payload: { title, fields: [{ title: "Age", variable: "age" }] } };
  const buttons = choices.map(({ title, leadsTo }) => ({
    ...{ title, type: "branch", callback: "" },
    ...(leadsTo === null ? {} : { next_dialog: leadsTo }),
  }));
  return { type: "button", payload: { title, buttons } };
}

function answer(random: () => number, index: number): NonNullable<FlowPayload["message"]> {
  const { choices } = pick(random, templates);
  // Each is different, so that none is a duplicate.
  if (choices === null)
    return { type: "form.response", payload: { fields: [{ variable: "age", value: String(index) }] } };
  return { type: "button.response", payload: { body: pick(random, choices).title, callback: { index } } };
}
