import { describe, expect, it } from "vitest";
import type { Event } from "@/lib/events/event";
import { clausesOf } from "./clauses-of";
import { noFilters } from "./conversation-filters";
import { type FilterKey, filters } from "./filters";
import type { ColumnCondition, Condition } from "./kinds/condition";
import type { FilterDefinition } from "./kinds/filter-definition";
import type { KnownConversation } from "./known-conversation";
import { isRange } from "./values/operators";

const definitionOf = (key: FilterKey): FilterDefinition => filters[key];
const column = (name: string) => ({ kind: "column", column: name }) as const;
const isUnanswered = { kind: "true", column: "awaitsAnswer" } as const;
const isHandedOver: ColumnCondition = { kind: "true", column: "handedOver" };
const not = (condition: ColumnCondition): ColumnCondition => ({ kind: "not", condition });
const isSettled = not({
  kind: "both",
  conditions: [not({ kind: "is", column: "status", value: "closed" }), not({ kind: "idle" })],
});
const isBotOnly: ColumnCondition = {
  kind: "both",
  conditions: [{ kind: "true", column: "engaged" }, isSettled, not(isHandedOver)],
};
const minute = 60_000_000n;
const day = 1440n * minute;
/** 2024-01-31T00:00:00Z in microseconds. */
const january31 = 1_706_659_200_000_000n;

describe("what a value asks of the columns", () => {
  it.each<[FilterKey, value: string, Condition]>([
    ["status", "open", { kind: "is", column: "status", value: "open" }],
    ["assignee", "17", { kind: "is", column: "assigneeId", value: "17" }],
    ["assignee", "Ada@Example.com", { kind: "is", column: "assigneeAddress", value: "ada@example.com" }],
    ["assignee", "None", { kind: "not", condition: { kind: "set", column: "assigneeId" } }],
    ["label", "VIP", { kind: "several", of: "label", name: "VIP", in: "label" }],
    ["bot", "Shop", { kind: "named", column: "botId", name: "Shop", in: "bot" }],
    ["channel", "Web", { kind: "named", column: "channel", name: "Web", in: "channel" }],
    ["account", "476", { kind: "named", column: "accountKey", name: "476", in: "account" }],
    ["visitor", "v", { kind: "is", column: "visitorKey", value: "v" }],
    ["key", "k", { kind: "is", column: "key", value: "k" }],
    ["has", "image", { kind: "several", of: "messageType", value: "image" }],
    ["closedBy", "Bot", { kind: "is", column: "closedByType", value: "bot" }],
    ["closedBy", "Ada@Example.com", closedByStaff({ kind: "is", column: "closedByAddress", value: "ada@example.com" })],
    ["closedBy", "A17", closedByStaff({ kind: "is", column: "closedById", value: "A17" })],
    ["q", "refund", { kind: "found", text: "refund" }],
    ["said", "refund", { kind: "found", text: "refund", by: "visitor" }],
    ["botSaid", "refund", { kind: "found", text: "refund", by: "bot" }],
    ["agentSaid", "refund", { kind: "found", text: "refund", by: "agent" }],
    ["note", "refund", { kind: "found", text: "refund", by: "note" }],
    ["raw", '"a":1', { kind: "raw", text: '"a":1' }],
    [
      "created",
      "2024-01-31",
      { kind: "within", value: column("createdAt"), range: { from: january31, to: january31 + day - 1n } },
    ],
    ["active", ">=2024-01-31", { kind: "within", value: column("lastEventAt"), range: { from: january31, to: null } }],
    ["from", "2024-01-31", { kind: "within", value: column("lastEventAt"), range: { from: january31, to: null } }],
    [
      "to",
      "2024-01-31",
      { kind: "within", value: column("createdAt"), range: { from: null, to: january31 + day - 1n } },
    ],
    ["created", "soon", { kind: "within", value: column("createdAt"), range: { from: 0n, to: -1n } }],
    ["handedOver", "yes", { kind: "true", column: "handedOver" }],
    ["handedOver", "no", { kind: "not", condition: { kind: "true", column: "handedOver" } }],
    ["repliedBy", "8", { kind: "reply", person: "8", which: "any" }],
    ["answeredBy", "8", { kind: "reply", person: "8", which: "timed" }],
    ["engaged", "yes", { kind: "true", column: "engaged" }],
    ["settled", "yes", isSettled],
    ["asked", "p", { kind: "step", test: { prompt: "p" } }],
    ["asked", "p/pending", { kind: "step", test: { prompt: "p", outcome: "pending" } }],
    ["answered", "p", { kind: "step", test: { prompt: "p", outcome: "answered" } }],
    ["abandonedAt", "p", { kind: "step", test: { prompt: "p", outcome: "abandoned" } }],
    ["chose", "p/a", { kind: "step", test: { prompt: "p", answer: "a", outcome: "answered" } }],
    ["went", "p/a/silence", { kind: "step", test: { prompt: "p", answer: "a", to: "silence" } }],
    [
      "inOrder",
      "strict;30m;answered=p;chose=p/a%3Bb;asked=p;handedOver;closed",
      {
        ...{ kind: "sequence", isOrdered: true, within: 30n * minute },
        steps: [
          { prompt: "p", outcome: "answered" },
          { prompt: "p", answer: "a;b", outcome: "answered" },
          { prompt: "p" },
          "handedOver",
          "closed",
        ],
      },
    ],
    [
      "inOrder",
      "loose;;closed;handedOver",
      { kind: "sequence", isOrdered: false, within: null, steps: ["closed", "handedOver"] },
    ],
    ["went", "start//p", { kind: "step", test: { cameFrom: "start", prompt: "p" } }],
    ["botOnly", "yes", isBotOnly],
    ["abandoned", "yes", { kind: "both", conditions: [isBotOnly, isUnanswered] }],
    ["botSilent", "yes", { kind: "both", conditions: [isBotOnly, { kind: "true", column: "visitorSpokeLast" }] }],
    [
      "neverAnswered",
      "yes",
      {
        kind: "both",
        conditions: [isHandedOver, isSettled, { kind: "not", condition: { kind: "true", column: "replied" } }],
      },
    ],
    ["closedByKind", "bot", { kind: "is", column: "closer", value: "bot" }],
    [
      "longestReply",
      ">5m",
      { kind: "within", value: column("longestReply"), range: { from: 5n * minute + 1n, to: null } },
    ],
    ["weekday", "Tue", { kind: "local", column: "createdAt", part: "weekday", value: 1, zone: "UTC" }],
    [
      "hour",
      "17@Asia/Kathmandu",
      { kind: "local", column: "createdAt", part: "hour", value: 17, zone: "Asia/Kathmandu" },
    ],
    ["replyTime", "<=1m", { kind: "reply", took: { from: null, to: minute } }],
    [
      "resolutionTime",
      "1m..<2m",
      { kind: "within", value: column("closedAfter"), range: { from: minute, to: 2n * minute - 1n } },
    ],
    ["newVisitor", "yes", { kind: "first" }],
    ["newVisitor", "no", { kind: "not", condition: { kind: "first" } }],
    ["reopened", "yes", { kind: "true", column: "reopened" }],
    ["waiting", "yes", { kind: "set", column: "waitingSince" }],
    ["waiting", "no", { kind: "not", condition: { kind: "set", column: "waitingSince" } }],
    ["wait", ">5m", { kind: "within", value: column("humanWait"), range: { from: 5n * minute + 1n, to: null } }],
    ["firstReply", "<=1m", { kind: "within", value: column("firstReply"), range: { from: null, to: minute } }],
    ["unanswered", "yes", isUnanswered],
    ["unanswered", "no", { kind: "not", condition: isUnanswered }],
    [
      "unanswered",
      "form",
      { kind: "both", conditions: [isUnanswered, { kind: "is", column: "lastPromptType", value: "form" }] },
    ],
    [
      "stoppedAt",
      "Your name?",
      { kind: "both", conditions: [isUnanswered, { kind: "is", column: "lastPromptText", value: "Your name?" }] },
    ],
    ["notes", "yes", { kind: "positive", column: "noteCount" }],
    ["gaps", "yes", { kind: "positive", column: "gapCount" }],
    [
      "messages",
      "5..20",
      {
        kind: "within",
        value: { kind: "sum", columns: ["visitorMessages", "botMessages", "userMessages"] },
        range: { from: 5n, to: 20n },
      },
    ],
    [
      "duration",
      "1m..2m",
      {
        kind: "within",
        value: { kind: "span", from: "createdAt", to: "lastEventAt" },
        range: { from: minute, to: 2n * minute },
      },
    ],
  ])("%s:%s", (key, value, condition) => {
    expect(definitionOf(key).condition(value)).toEqual(condition);
  });
});

const event = (type: string, more: Partial<Event> = {}) => ({ type, messageType: null, actor: null, ...more }) as Event;

const conversation: KnownConversation = {
  key: "k",
  title: "Where is my order?",
  status: "open",
  account: { key: "acme", id: "476" },
  bot: "Shop assistant",
  channel: "WhatsApp",
  visitor: { key: "v", name: "Zoë" },
  isFirstOfVisitor: true,
  assignee: { id: "17", email: "ada@example.com", type: "user" },
  labels: [
    { id: "1", name: "Needs review" },
    { id: "2", name: null },
  ],
  variables: {},
  messageCounts: { visitor: 2, bot: 3, user: 5 },
  noteCount: 1,
  gapCount: 0,
  reopened: false,
  handover: null,
  replies: [],
  replyTimes: [],
  firstVisitorMessage: "Hello",
  visitorSpokeLast: false,
  closedAt: null,
  closer: null,
  isIdle: false,
  longestReplyMs: null,
  humanWaitMs: 60_000,
  firstReplyMs: null,
  waitingSince: null,
  steps: [],
  lastPrompt: { type: "form", text: "Your name?", answered: false },
  texts: ["Where is my order?", "Un café"],
  said: { visitor: ["Where is my order?"], bot: ["Un café"], agent: ["On its way"], note: ["Was rude"] },
  rawTexts: ['{"a":1}', '{"b":"caf\\u00e9"}'],
  events: [event("message", { messageType: "Image" }), event("message")],
  created: january31,
  active: january31 + 10n * minute,
};
const closed = (actor: Event["actor"]): Partial<KnownConversation> => ({
  status: "closed",
  events: [
    event("status", { actor: { type: "user", id: "9", email: null, name: null } }),
    event("status", { actor }),
    event("message"),
  ],
});

describe("what a value means", () => {
  it.each<[FilterKey, value: string, isFound: boolean, Partial<KnownConversation>?]>([
    ["status", "open", true],
    ["status", "closed", false],
    ["assignee", "17", true],
    ["assignee", "ADA@example.com", true],
    ["assignee", "none", false],
    ["assignee", "18", false],
    ["assignee", "none", true, { assignee: null }],
    ["assignee", "17", false, { assignee: null }],
    ["label", "needs REVIEW", true],
    ["label", "2", true],
    ["label", "review", false],
    ["bot", "shop assistant", true],
    ["bot", "shop", false],
    ["channel", "whatsapp", true],
    ["channel", "web", false],
    ["channel", "whatsapp", false, { channel: null }],
    ["account", "acme", true],
    ["account", "476", true],
    ["account", "477", false],
    ["visitor", "v", true],
    ["visitor", "Zoë", false],
    ["key", "k", true],
    ["key", "K", false],
    ["has", "image", true],
    ["has", "form", false],
    ["closedBy", "bot", false],
    ["closedBy", "bot", true, closed({ type: "bot", id: "3", email: null, name: null })],
    ["closedBy", "3", true, closed({ type: "bot", id: "3", email: null, name: null })],
    ["closedBy", "A@b.example", true, closed({ type: "user", id: null, email: "a@b.example", name: null })],
    ["closedBy", "v@b.example", false, closed({ type: "visitor", id: "v", email: "v@b.example", name: null })],
    ["closedBy", "9", false, closed({ type: "bot", id: "3", email: null, name: null })],
    ["closedBy", "bot", false, { ...closed({ type: "bot", id: "3", email: null, name: null }), status: "open" }],
    ["closedBy", "bot", false, closed(null)],
    ["q", "ORDER", true],
    ["q", "cafe", true],
    ["q", "refund", false],
    ["said", "ORDER", true],
    ["said", "café", false],
    ["botSaid", "cafe", true],
    ["botSaid", "order", false],
    ["agentSaid", "way", true],
    ["agentSaid", "rude", false],
    ["note", "rude", true],
    ["note", "way", false],
    ["raw", '"a":1', true],
    ["raw", "caf\\u00e9", true],
    ["raw", '"A":1', false],
    ["raw", "café", false],
    ["created", "2024-01-31", true],
    ["created", "2024-01-30", false],
    ["created", "2024-02-01", false],
    ["active", "2024-01-31T00:10..", true],
    ["active", "2024-01-31T00:10:00.000001..", false],
    ["active", "..2024-01-31T00:10", true],
    ["active", "..2024-01-31T00:09", false],
    ["from", "2024-01-31", true],
    ["from", "2024-02-01", false],
    ["to", "2024-01-31", true],
    ["to", "2024-01-30", false],
    ["weekday", "wed", true],
    ["weekday", "tue", false],
    ["weekday", "tue@America/New_York", true],
    ["hour", "0", true],
    ["hour", "5@Asia/Kathmandu", true],
    ["hour", "6@Asia/Kathmandu", false],
    ["newVisitor", "yes", true],
    ["newVisitor", "no", false],
    ["newVisitor", "no", true, { isFirstOfVisitor: false }],
    ["handedOver", "yes", false],
    ["handedOver", "no", true],
    ["handedOver", "yes", true, { handover: 3 }],
    ["repliedBy", "8", true, { replyTimes: [{ person: "8", tookMs: null }] }],
    ["repliedBy", "9", false, { replyTimes: [{ person: "8", tookMs: null }] }],
    ["answeredBy", "8", false, { replyTimes: [{ person: "8", tookMs: null }] }],
    ["answeredBy", "8", true, { replyTimes: [{ person: "8", tookMs: 5 }] }],
    ["engaged", "yes", true],
    ["engaged", "yes", false, { firstVisitorMessage: null }],
    ["settled", "yes", false],
    ["settled", "yes", true, { isIdle: true }],
    ["settled", "yes", true, { status: "closed" }],
    ["botOnly", "yes", true, { isIdle: true }],
    ["botOnly", "yes", false],
    ["botOnly", "yes", false, { isIdle: true, handover: 3 }],
    ["botOnly", "yes", false, { isIdle: true, firstVisitorMessage: null }],
    ["abandoned", "yes", true, { isIdle: true }],
    ["abandoned", "yes", false],
    ["abandoned", "yes", false, { isIdle: true, lastPrompt: null }],
    ["botSilent", "yes", true, { isIdle: true, visitorSpokeLast: true }],
    ["botSilent", "yes", false, { isIdle: true }],
    ["neverAnswered", "yes", true, { isIdle: true, handover: 3 }],
    ["neverAnswered", "yes", false, { isIdle: true, handover: 3, replies: [3] }],
    ["neverAnswered", "yes", false, { handover: 3 }],
    ["neverAnswered", "yes", false, { isIdle: true }],
    ["closedByKind", "human", false],
    ["closedByKind", "human", true, { closer: "human" }],
    ["longestReply", ">5m", false],
    ["longestReply", ">5m", true, { longestReplyMs: 300_001 }],
    ["replyTime", "1m..<2m", true, { replyTimes: [{ person: "8", tookMs: 60_000 }] }],
    ["replyTime", "1m..<2m", false, { replyTimes: [{ person: "8", tookMs: 120_000 }] }],
    ["replyTime", ">=0", false, { replyTimes: [{ person: "8", tookMs: null }] }],
    ["resolutionTime", "<=5m", true, { closedAt: "2024-01-31T00:05:00.000000Z" }],
    ["resolutionTime", "<5m", false, { closedAt: "2024-01-31T00:05:00.000000Z" }],
    ["resolutionTime", ">=0", false],
    ["reopened", "no", true],
    ["reopened", "yes", true, { reopened: true }],
    ["waiting", "no", true],
    ["waiting", "yes", true, { waitingSince: "2024-01-31T00:00:00.000000Z" }],
    ["wait", ">=1m", true],
    ["wait", "<=1m", true],
    ["wait", ">1m", false],
    ["wait", "<1m", false],
    ["wait", "<1m", false, { humanWaitMs: null }],
    ["firstReply", ">1s", false],
    ["firstReply", "<1s", false],
    ["firstReply", "1s..2s", true, { firstReplyMs: 2000 }],
    ["firstReply", "1s..2s", false, { firstReplyMs: 2000.001 }],
    ["unanswered", "yes", true],
    ["unanswered", "no", false],
    ["unanswered", "form", true],
    ["unanswered", "button", false],
    ["unanswered", "yes", false, { lastPrompt: null }],
    ["unanswered", "no", true, { lastPrompt: null }],
    ["unanswered", "form", false, { lastPrompt: { type: "form", text: "Your name?", answered: true } }],
    ["stoppedAt", "Your name?", true],
    ["stoppedAt", "your name?", false],
    ["stoppedAt", "Your name?", false, { lastPrompt: null }],
    ["stoppedAt", "Your name?", false, { lastPrompt: { type: "form", text: "Your name?", answered: true } }],
    ["notes", "yes", true],
    ["notes", "yes", false, { noteCount: 0 }],
    ["gaps", "yes", false],
    ["gaps", "yes", true, { gapCount: 1 }],
    ["messages", "10", true],
    ["messages", "9", false],
    ["messages", ">10", false],
    ["duration", "10m..10m", true],
    ["duration", "<10m", false],
  ])("%s:%s finds it: %s", (key, value, isFound, more = {}) => {
    expect(definitionOf(key).matches({ ...conversation, ...more }, value)).toBe(isFound);
  });
});

describe("the values that are read", () => {
  it.each<[FilterKey, text: string, value: string]>([
    ["status", "OPEN", "open"],
    ["handedOver", "Yes", "yes"],
    ["has", "Form.Response", "form.response"],
    ["unanswered", "YES", "yes"],
    ["q", "  refund ", "refund"],
    ["said", "  refund ", "refund"],
    ["label", " VIP", " VIP"],
    ["created", "7d", "7d"],
    ["weekday", "Mon", "mon"],
    ["weekday", "sun@UTC", "sun"],
    ["hour", "9@Europe/Berlin", "9@Europe/Berlin"],
    ["from", "2024-01-31", "2024-01-31"],
    ["label", "a".repeat(1000), "a".repeat(1000)],
  ])("%s: %j", (key, text, value) => {
    expect(definitionOf(key).read(text)).toEqual({ value });
  });

  it.each<[FilterKey, text: string, problem: string]>([
    ["status", "pending", 'must be "open" or "closed"'],
    ["notes", "maybe", 'must be "yes" or "no"'],
    ["weekday", "1", "must be mon, tue, wed, thu, fri, sat or sun, as in mon or mon@Europe/Berlin"],
    ["hour", "24", "must be an hour from 0 to 23, as in 9 or 9@Europe/Berlin"],
    ["hour", "9@Mars", "must be an hour from 0 to 23, as in 9 or 9@Europe/Berlin"],
    ["label", "", "must not be empty"],
    ["q", "  ", "must not be empty"],
    ["label", "a\0", "must not contain NUL"],
    ["label", "a".repeat(1001), "is longer than 1000 characters"],
    ["messages", "", "must not be empty"],
    ["messages", "many", "must be a whole number (10), a comparison (>10) or a range (5..20)"],
    ["from", "soon", "must be a date (2023-09-01) or a time (2023-09-01T14:13:32Z)"],
  ])("%s refuses %j", (key, text, problem) => {
    expect(definitionOf(key).read(text)).toEqual({ problem });
  });
});

it.each<[FilterDefinition["kind"], boolean]>([
  ["moments", true],
  ["count", true],
  ["duration", true],
  ["moment", false],
  ["list", false],
  ["yes or no", false],
])("both ends of a range fit in a value of the kind %s: %s", (kind, isOne) => {
  expect(isRange(kind)).toBe(isOne);
});

describe("the clauses of filters", () => {
  const is = (name: string, value: string) => ({ kind: "is", column: name, value });

  it("are none where nothing is set", () => {
    expect(clausesOf(noFilters)).toEqual([]);
  });

  it("are any of a filter's values, none of those with a minus, and each of all", () => {
    expect(clausesOf({ ...noFilters, visitor: ["a", "b"], "-visitor": ["c"], notes: "no" })).toEqual([
      { how: "any", conditions: [is("visitorKey", "a"), is("visitorKey", "b")] },
      { how: "none", conditions: [is("visitorKey", "c")] },
      { how: "any", conditions: [{ kind: "not", condition: { kind: "positive", column: "noteCount" } }] },
    ]);
    expect(clausesOf({ ...noFilters, "q.all": ["a", "b"] })).toEqual([
      { how: "any", conditions: [{ kind: "found", text: "a" }] },
      { how: "any", conditions: [{ kind: "found", text: "b" }] },
    ]);
  });

  it("of a few possible values are the ones that are left", () => {
    const open = { how: "any", conditions: [is("status", "open")] };
    expect(clausesOf({ ...noFilters, status: ["open"] })).toEqual([open]);
    expect(clausesOf({ ...noFilters, "-status": ["closed"] })).toEqual([open]);
    expect(clausesOf({ ...noFilters, status: ["open", "closed"] })).toEqual([]);
    expect(clausesOf({ ...noFilters, "-status": ["open", "closed"] })).toEqual([
      { how: "none", conditions: [is("status", "open"), is("status", "closed")] },
    ]);
  });
});

/** Visitors are found by their kind only. */
function closedByStaff(condition: ColumnCondition): Condition {
  const others = ["bot", "user", "team", "system"].map((value): ColumnCondition => {
    return { kind: "not", condition: { kind: "is", column: "closedByType", value } };
  });
  return { kind: "both", conditions: [{ kind: "not", condition: { kind: "both", conditions: others } }, condition] };
}
