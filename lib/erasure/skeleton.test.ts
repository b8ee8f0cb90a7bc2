import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { factsOf } from "@/lib/conversation/facts";
import type { FoldState } from "@/lib/conversation/fold-state";
import { waitingSince } from "@/lib/conversation/replies";
import { readEvent } from "@/lib/event-types/read-event";
import { searchTextOf } from "@/lib/event-types/search-text";
import { publishedSamples } from "@/lib/event-types/unfamiliar/published-samples";
import { unfamiliarIn } from "@/lib/event-types/unfamiliar/unfamiliar";
import type { Event } from "@/lib/events/event";
import { fold } from "@/lib/fold/fold";
import { isRecord } from "@/lib/json/is-record";
import { definitionOf } from "@/lib/messages/read-message";
import { simulate } from "@/lib/simulator/simulate";
import { some } from "@/lib/testing/some";
import { pseudonyms } from "./pseudonyms";
import { skeletonOf } from "./skeleton";

const replace = { visitorKey: () => "erased-0123", texts: pseudonyms(Buffer.alloc(32, 7)) };
const canary = /zyx|willa/i;

const messages = readdirSync("lib/messages/fixtures", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".json"))
  .flatMap((name): unknown[] => JSON.parse(readFileSync(`lib/messages/fixtures/${name}`, "utf8")));
const says = (message: unknown, by = "visitor") => ({
  ...envelope("message", { message_by: { type: by, id: 4, email: "zyx@example.com", name: "Zyx" }, message }),
});
const sent: unknown[] = [
  ...publishedSamples.flatMap(({ events }) => events),
  ...messages.flatMap((message) => [says(message), says(message, "bot")]),
  envelope("message_status", { status: "failed", reason: "Zyx is away" }),
  envelope("sla_breached", { name: "Zyx" }),
  envelope("Zyx event", { name: "Zyx" }),
  says({ type: "zyx", payload: { title: "Zyx" } }),
  says({ type: "zyx.response", payload: { text: "Zyx" } }),
  says("Zyx"),
];

describe("a skeleton", () => {
  it("has no text, number or field name of the sender", () => {
    for (const event of some(sent)) {
      const planted = JSON.stringify(plant(event));
      const skeleton = skeletonOf(planted, replace);
      expect(skeleton, planted).not.toMatch(canary);
      expect(skeleton, planted).not.toContain("918273645");
      const read = readErased(planted);
      expect(JSON.stringify(read), planted).not.toMatch(canary);
      expect(searchTextOf(read)).toBe("");
      expect(unfamiliarIn(read, [])).toEqual([]);
    }
  });

  it("has the kind, time and keys of its event, and is as well understood", () => {
    for (const event of some(sent)) {
      const raw = JSON.stringify(event);
      const [before, after] = [read(raw), readErased(raw)];
      // The names of other types are the sender's own.
      const isGeneric = definitionOf(before.messageType ?? "")?.type === "response";
      const isKnown = before.recognised && !isGeneric;
      const nameOf = ({ type, messageType }: Event) => [type, messageType?.trim().toLowerCase()];
      if (isKnown) expect([...nameOf(after), after.recognised], raw).toEqual([...nameOf(before), true]);
      expect([after.occurredAt, after.actor?.type], raw).toEqual([before.occurredAt, before.actor?.type]);
      expect(after.envelope.conversation.key).toBe(before.envelope.conversation.key);
      expect(after.envelope.account).toEqual(before.envelope.account);
      expect(after.envelope.botId).toBe(before.envelope.botId);
      expect(after.envelope.visitor.key).toBe("erased-0123");
      // A skeleton of a skeleton adds nothing.
      expect(JSON.parse(skeletonOf(skeletonOf(raw, replace), replace)).event.type).toBe(after.type);
    }
  });

  it("is {} for a text that is no event", () => {
    expect(skeletonOf("Zyx", replace)).toBe("{}");
    expect(readErased("Zyx")).toMatchObject({ type: "unreadable", erasedAt });
  });
});

describe("the fold of skeletons", () => {
  const conversations = simulate({ seed: "erasure", conversations: 40, now: Date.UTC(2026, 10, 22, 12) });

  it("has the same counts, waits, status, gaps, assignee and prompts", () => {
    for (const { events } of some(conversations)) {
      const raws = events.map((event) => JSON.stringify(event));
      expect(numbersOf(fold(raws.map(readErased)))).toEqual(numbersOf(fold(raws.map(read))));
    }
  });

  it("has the same where every second event is missing", () => {
    for (const { events } of some(conversations)) {
      const raws = events.filter((_, place) => place % 2 === 1).map((event) => JSON.stringify(event));
      if (raws.length > 0) expect(numbersOf(fold(raws.map(readErased)))).toEqual(numbersOf(fold(raws.map(read))));
    }
  });
});

const erasedAt = "2026-12-01T00:00:00.000000Z";
const stored = { id: "1", receivedAt: "2026-11-22T12:00:00.000000Z", deliveryId: "1" };

function read(raw: string, place = 0): Event {
  return readEvent({ ...stored, id: String(place + 1), raw });
}

function readErased(raw: string, place = 0): Event {
  return readEvent({ ...stored, id: String(place + 1), raw: skeletonOf(raw, replace), erasedAt });
}

function envelope(type: string, payload: unknown) {
  return {
    event: { type, payload },
    conversation: { key: "42bb83f00d8240e5bb41290a12eb44401693552452", id: 7525695 },
    account: { key: "VGYh5KEUxnaS043726528180Llb9R8pe", id: 476, bot: { id: 8861 } },
    visitor: { key: "a569015fa03d41a283ed4c66c4601966", id: 826373 },
    timestamp: "2023-09-01 14:13:32.141788",
  };
}

/** What lists, metrics and the service figures are made of. */
function numbersOf(state: FoldState) {
  const { eventCount, messageCounts, messageTypes, notes, gaps, status, reopened, handedOver, replies, lastPrompt } =
    state;
  return {
    ...{ eventCount, messageCounts, messageTypes, notes: notes.length, status, reopened, handedOver },
    gaps: gaps.map(({ subject, at, afterEventId }) => ({ subject, at, afterEventId })),
    labels: state.labels.map(({ id }) => id),
    assignee: state.assignee?.type,
    closedBy: state.statusBy?.type,
    times: [state.creation, state.firstEventAt, state.lastEventAt, state.listedAt, state.createdListedAt],
    replies: {
      ...replies,
      botIds: replies.botIds.length,
      first: replies.first && { ...replies.first, by: replies.first.by.type },
    },
    waiting: waitingSince(state),
    facts: { ...factsOf(state), replies: factsOf(state).replies.map((reply) => ({ ...reply, person: null })) },
    lastPrompt: lastPrompt && { ...lastPrompt, text: null },
    lastMessage: state.lastMessage && { ...state.lastMessage, text: null },
    firstVisitorMessage: state.firstVisitorMessage && { ...state.firstVisitorMessage, text: null },
  };
}

/** The value with a canary in each text and number, and as a field of each object, except what makes it the event that it is. */
function plant(value: unknown, path = ""): unknown {
  if (Array.isArray(value)) return value.map((inner) => plant(inner, `${path}[]`));
  if (isRecord(value)) {
    const members = Object.entries(value).map(([name, inner]) => [name, plant(inner, `${path}.${name}`)]);
    return { ...Object.fromEntries(members), zyx: "willa", "Zyxwilla field": { zyx: 1 } };
  }
  const isKept =
    /^\.(timestamp|conversation\.(key|id)|account\.(key|id|bot\.id)|event\.type)$/.test(path) ||
    /\.(type|status|action|created_at|upload_file_limit|bot_id|is_closed)$/.test(path) ||
    // Ids of staff and labels are kept if they are digits.
    /(_by|assigned_to_user|from|to|labels\[\])\.id$/.test(path);
  if (isKept) return value;
  if (typeof value === "string") return `Zyx ${value} Willa`;
  return typeof value === "number" ? 918273645 : value;
}
