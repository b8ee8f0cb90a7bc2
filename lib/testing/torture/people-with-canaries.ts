import { isRecord } from "@/lib/json/is-record";
import { samples } from "@/lib/testing/deliver";

/** A visitor whose every text, name and id contains the same unique word. */
export interface Person {
  /** Occurs in every field that tells about the person, in lower and upper case. */
  canary: string;
  visitorKey: string;
  conversationKey: string;
  events: unknown[];
}

/** What events have to keep for the fold. */
const structural = new Set(["message.type", "type", "action", "status", "is_closed", "created_at"]);
const kinds = /^(bot|user|visitor|team|text|Close|deleted)$/;

/** A person with an event of each published kind, and of kinds that nobody knows. */
export function personWithCanaries(place: number): Person {
  const canary = `canary${place.toString(36)}zq`;
  const [conversationKey, visitorKey] = [`conversation-of-${place}`, `visitor-${canary}`];
  const fill = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((part) => fill(part, path));
    if (isRecord(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, fill(part, path === "" ? name : `${path}.${name}`)]),
      );
    }
    const name = path.split(".").at(-1) ?? "";
    if (typeof value !== "string" || structural.has(path) || (structural.has(name) && kinds.test(value))) return value;
    if (name === "type") return value;
    return `${value} ${canary} "é" ${canary.toUpperCase()}`;
  };
  const second = (at: number) =>
    `2026-03-${String((at % 27) + 1).padStart(2, "0")} 10:00:${String(at % 60).padStart(2, "0")}`;
  const events = [...samples().values()].map((sample, at) => {
    const { event } = JSON.parse(sample).events[0];
    return eventOf({ type: event.type, payload: fill(event.payload, "") }, second(at));
  });
  const unknown = [
    { type: `hologram_${canary}`, payload: { [`field ${canary}`]: [{ deep: canary }] } },
    { type: "message", payload: { message_by: { type: "visitor" }, message: { type: canary, text: canary } } },
    { type: "variables", payload: { variables: [{ name: `about ${canary}`, type: "text", value: canary }] } },
    {
      type: "conversation_labels",
      payload: { action: "added", labels: [{ id: `label-${canary}`, name: `label ${canary}` }] },
    },
    { type: "note", payload: { note: `Call ${canary}`, extra: { [canary]: 1 } } },
  ];
  return {
    canary,
    visitorKey,
    conversationKey,
    events: [...events, ...unknown.map((event, at) => eventOf(event, second(at + 30)))],
  };

  function eventOf(event: unknown, timestamp: string) {
    return {
      event,
      conversation: { key: conversationKey, id: place },
      account: { key: "account-of-all", id: 476, bot: { id: 8861 } },
      visitor: { key: visitorKey, id: `id-${canary}` },
      timestamp,
    };
  }
}

/** The deliveries of these people: each alone, then one event of each two together, and a broken one with a person's words. */
export function deliveriesOf(people: readonly Person[]): unknown[] {
  return people.flatMap((person, place) => {
    const next = people[(place + 1) % people.length] ?? person;
    const shared = [person.events[0], { ...Object(next.events[1]), timestamp: "2026-03-28 11:00:00" }];
    const broken = {
      conversation: { key: person.conversationKey },
      visitor: { key: person.visitorKey },
      event: person.canary,
    };
    return [{ events: person.events }, { events: shared }, { events: [person.events[2], broken] }];
  });
}
