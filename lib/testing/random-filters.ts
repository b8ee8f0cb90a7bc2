import { type ConversationFilters, conversationFilters } from "@/lib/api/filters";
import { agents, pick, words } from "./many-conversations";

/** Filters that fit the conversations of `manyConversations`: most find some of them. */
export function randomFilters(random: () => number): ConversationFilters {
  const maybe = <const Value>(chance: number, values: readonly Value[]): Value[] =>
    random() < chance ? [pick(random, values), pick(random, values)].slice(Math.floor(random() * 2)) : [];
  const one = <const Value>(chance: number, values: readonly Value[]) => maybe(chance, values)[0] ?? null;
  const yesOrNo = (chance: number) => one(chance, ["yes", "no"]);
  const people = ["none", ...agents.map(({ id }) => id), "ada@example.com"];
  const labels = ["11", "vip", "Needs\u00a0review", "13", "GROSSE", "cafe", "café"];
  const moments = ["2024-01-10..2024-03-10", ">=2024-01-20", "<2024-02-20", "2024-02-03", "2024-01-05T10:00:00Z.."];
  return conversationFilters.parse({
    status: maybe(0.2, ["open", "closed"]),
    assignee: maybe(0.2, people),
    label: maybe(0.2, labels),
    bot: maybe(0.2, ["1", "2", "3"]),
    channel: maybe(0.2, ["Web", "whatsapp", "Facebook"]),
    account: maybe(0.1, ["476", "account", "477"]),
    visitor: maybe(0.05, ["visitor-1", "visitor-2", "visitor-3"]),
    has: maybe(0.2, ["text", "image", "hologram"]),
    closedBy: maybe(0.1, ["user", "Team", "8182", "ADA@example.com"]),
    q: maybe(0.2, words),
    "label.all": maybe(0.1, labels),
    "q.all": maybe(0.1, words),
    "-status": maybe(0.05, ["open", "closed"]),
    "-assignee": maybe(0.1, people),
    "-label": maybe(0.1, labels),
    "-bot": maybe(0.1, ["1", "2"]),
    "-channel": maybe(0.1, ["web", "Telex"]),
    "-account": maybe(0.03, ["476", "477"]),
    "-visitor": maybe(0.1, ["visitor-1", "visitor-2"]),
    "-has": maybe(0.1, ["image", "hologram"]),
    "-closedBy": maybe(0.1, ["user", "8183"]),
    "-q": maybe(0.1, words),
    from: one(0.1, ["2024-01-10", "2024-02-10T05:00:00+05:45"]),
    to: one(0.1, ["2024-03-01", "2024-02-20 10:00"]),
    created: one(0.1, moments),
    active: one(0.1, moments),
    handedOver: yesOrNo(0.1),
    notes: yesOrNo(0.1),
    gaps: yesOrNo(0.1),
    unanswered: yesOrNo(0.1),
    messages: one(0.1, [">2", "<=4", "2..5", "3"]),
    duration: one(0.1, ["<4h", ">=2h", "1h..10h"]),
    variables: [
      ...maybe(0.1, ["pro", "Pro", "free"]).map((value) => ({ name: "plan", test: "is", value })),
      ...maybe(0.1, ["7", "42", "null"]).map((value) => ({ name: "age", test: "is", value })),
      ...maybe(0.05, ["pro", ""]).map((value) => ({ name: "plan", test: "not", value })),
      ...maybe(0.05, ["yes", "no"]).map((value) => ({ name: "trial", test: "exists", value })),
      ...maybe(0.05, ["O", "ré", "spa", "spä", "spá"]).map((value) => ({ name: "plan", test: "contains", value })),
      ...["over", "under", "min", "max"].flatMap((test) => [
        ...maybe(0.03, ["7", "41.5", "1e2"]).map((value) => ({ name: "age", test, value })),
        ...maybe(0.03, ["2024-02-01", "2024-02-01T09:00:00Z", "soon"]).map((value) => ({ name: "due", test, value })),
      ]),
    ],
  });
}
