import { isInScope, type Scope } from "@/lib/access/scope";

/** A conversation whose every text has its own mark. */
export interface PlantedConversation {
  key: string;
  mark: string;
  botId: string | null;
  accountKey: string;
  visitorKey: string;
  events: object[];
}

const accounts = [
  { key: "account-zqshopzq", id: 1, bots: [1, 2, null] },
  { key: "account-zqbankzq", id: 2, bots: [3] },
];
const perBot = 2;
const visitors = 2;
const start = Date.UTC(2024, 0, 1);

/**
 * Conversations of two accounts and three bots, and some without a bot: what they say, and every name in them, is marked with
 * a text that occurs nowhere else. Visitors have conversations with all bots.
 */
export function plantedWorld(): PlantedConversation[] {
  const all = accounts.flatMap(({ bots, ...account }) =>
    bots.flatMap((bot) => Array.from({ length: perBot }, () => ({ account, bot }))),
  );
  return all.map(({ account, bot }, place) => {
    const mark = `zq${String(place).padStart(2, "0")}zq`;
    const key = place.toString(16).padStart(32, "0") + Math.floor(start / 1000);
    const visitorKey = `visitor-${place % visitors}`;
    const common = {
      conversation: { key, id: place + 1 },
      account: bot === null ? account : { ...account, bot: { id: bot } },
      visitor: { key: visitorKey, id: place % visitors },
    };
    const events = payloadsOf(mark, place, bot).map(([type, payload], index) => ({
      ...common,
      event: { type, payload },
      timestamp: new Date(start + place * 60_000 + index * 1000).toISOString().replace("T", " ").replace("Z", "000"),
    }));
    const botId = bot === null ? null : String(bot);
    return { key, mark, botId, accountKey: account.key, visitorKey, events };
  });
}

/** The marks of everything that is not in a scope. */
export function marksOutside(world: readonly PlantedConversation[], scope: Scope): string[] {
  const inside = world.filter((one) => isInScope(scope, one));
  const names = (conversations: readonly PlantedConversation[]) =>
    new Set(
      conversations.flatMap(({ mark, botId, accountKey }) => [
        mark,
        accountKey,
        ...(botId === null ? [] : [nameOfBot(Number(botId))]),
      ]),
    );
  return [...names(world).difference(names(inside))];
}

function nameOfBot(bot: number): string {
  return `zqbot${bot}zq`;
}

function payloadsOf(mark: string, place: number, bot: number | null): [string, object][] {
  const agent = { id: `agent-${mark}`, email: `${mark}@example.com`, name: `Agent ${mark}`, type: "user" };
  const visitor = { type: "visitor", id: null, email: null };
  const botActor = { type: "bot", id: null, email: null };
  return [
    [
      "conversation_create",
      {
        title: `Title ${mark}`,
        external_key: `external-${mark}`,
        channel: { name: 1 + (place % 3), provider: 0 },
        is_closed: 0,
        variables: [
          { type: "text", name: "visitor_name", value: `Visitor ${mark}` },
          ...(bot === null ? [] : [{ type: "text", name: "bot_name", value: nameOfBot(bot) }]),
        ],
      },
    ],
    ["message", { message_by: visitor, message: { type: "text", text: `Hello from ${mark}` } }],
    ["message", { message_by: visitor, message: { type: `type-${mark}`, payload: { text: mark } } }],
    [
      "message",
      {
        message_by: botActor,
        message: { type: "button", payload: { title: `Ask ${mark}`, buttons: [{ title: mark }] } },
      },
    ],
    [
      "variables",
      {
        variables: [
          { type: "text", name: `name-${mark}`, value: `Value ${mark}` },
          { type: "text", name: "plan", value: `Plan ${mark}` },
          { type: "text", name: "visitor_email", value: `mail-${mark}@example.com` },
        ],
      },
    ],
    ["conversation_labels", { action: "added", labels: [{ id: 100 + place, name: `Label ${mark}` }] }],
    ["assignee_change", { changed_by: agent, from: null, to: place % 2 === 0 ? agent : null }],
    ["note", { note_by: agent, note: `Note ${mark}` }],
    ...(place % 3 === 0 ? [["status", { closed_by: agent, status: "Close" }] as [string, object]] : []),
  ];
}
