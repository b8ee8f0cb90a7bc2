import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { readSnapshot } from "@/lib/conversation/snapshot";
import { toConversation } from "@/lib/conversation/to-conversation";
import type { Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, samples } from "@/lib/testing/deliver";
import { randomNumbers } from "@/lib/testing/many-conversations";
import { isInFull, scale } from "./scale";

const permutations = scale({ short: 40, full: 1000 });
const eventsEach = 200;
/** Conversations that are sent in parallel, to mix them in group commits. */
const atOnce = 20;
/** Of both databases together. */
const hashes = new Set<string>();

describeEachDatabase("permutations", (openStore) => {
  it(
    `of ${eventsEach} events in any order, in any batches, with any duplicates, result in one state: ${permutations}`,
    async () => {
      const store = await openStore();
      const random = randomNumbers(11);
      // The first conversation is sent in order, at once.
      await deliver(store, { events: conversation(0) });
      hashes.add(await stateHash(store, 0));
      for (let first = 1; first <= permutations; first += atOnce) {
        const places = Array.from({ length: Math.min(atOnce, permutations - first + 1) }, (_, place) => first + place);
        const waiting = places.map((place) => batches(conversation(place), random));
        while (waiting.some((list) => list.length > 0)) {
          await deliver(store, ...waiting.flatMap((list) => list.splice(0, 1)).map((events) => ({ events })));
        }
        for (const place of places) hashes.add(await stateHash(store, place));
      }
      expect(hashes.size).toBe(1);
      const rows = await store.reader.conversation.findMany({ select: { eventCount: true } });
      expect(rows.every(({ eventCount }) => eventCount === eventsEach)).toBe(true);
      expect(await store.reader.repeat.groupBy({ by: ["conversationId"] })).toHaveLength(permutations);
      const size = isInFull ? "in full" : "short form; in full 1,000";
      console.log(`${permutations} permutations (${size}): 1 state, ${[...hashes][0]?.slice(0, 16)}`);
    },
    scale({ short: 120_000, full: 3_600_000 }),
  );
});

/** Replacements for the ids of this conversation, of equal length, so that the seconds in the keys stay. */
function keysOf(place: number) {
  const number = String(place).padStart(8, "0");
  return {
    key: `c0ffee${number}000000000000000000`.slice(0, 32).concat("1693552452"),
    visitor: `beef${number}00000000000000000000`,
    account: `account-${number}`,
  };
}

/** All sample events repeatedly, with different values and timestamps, in order of time. */
function conversation(place: number): object[] {
  const { key, visitor, account } = keysOf(place);
  const all = [...samples().values()].flatMap((body) => (JSON.parse(body) as { events: object[] }).events);
  return Array.from({ length: eventsEach }, (_, number) => {
    const event = all[(number * 7) % all.length];
    const varied = JSON.stringify(event).replace(
      /"(value|note|status|text|title)":"([^"]{1,40})"/g,
      (whole, name, old) => {
        if (name === "status") return number % 3 === 0 ? whole : `"status":"Open"`;
        return `"${name}":"${old} ${number}"`;
      },
    );
    const second = String(Math.floor(number / 4) % 60).padStart(2, "0");
    return {
      ...JSON.parse(varied),
      conversation: { key, id: 7 },
      visitor: { key: visitor, id: 8 },
      account: { key: account, id: 9, bot: { id: 10 } },
      timestamp: `2024-01-01 00:00:${second}.${String(number).padStart(6, "0")}`,
    };
  });
}

/** Shuffled, split into deliveries of 1 to 40, a fifth of them sent twice or more; never twice within one delivery. */
function batches(events: readonly object[], random: () => number): object[][] {
  const repeated = events.filter(() => random() < 0.2);
  const order = [...events, ...repeated].map((event) => ({ event, at: random() })).sort((a, b) => a.at - b.at);
  const size = 1 + Math.floor(random() * 40);
  const cut: object[][] = [];
  for (let from = 0; from < order.length; from += size) {
    cut.push([...new Set(order.slice(from, from + size).map(({ event }) => event))]);
  }
  const [first = []] = cut;
  return random() < 0.5 ? [...cut, first] : [first, ...cut];
}

/**
 * A hash of everything stored for a conversation, except what depends on the order of arrival: ids, counts of duplicates and late
 * events.
 */
async function stateHash({ reader }: Store, place: number): Promise<string> {
  const { key, visitor, account } = keysOf(place);
  const row = await reader.conversation.findUniqueOrThrow({ where: { key } });
  const own = { where: { conversationId: row.id } };
  const events = await reader.event.findMany({ ...own, orderBy: [{ occurredAt: "asc" }, { id: "asc" }] });
  const numberOf = new Map(events.map(({ id }, number) => [String(id), `event ${number}`]));
  const { id: _id, changeId: _changeId, lateCount: _late, facetSetId, snapshot, ...columns } = row;
  const state = readSnapshot(snapshot);
  const stored = {
    conversation: columns,
    state: state && toConversation(state),
    variables: await reader.conversationVariable.findMany({ ...own, orderBy: { name: "asc" } }),
    // Its digest covers the account's key, which differs.
    facetSet: await reader.facetSet.findUnique({
      where: { id: facetSetId ?? 0 },
      omit: { id: true, count: true, digest: true },
    }),
    facetValues: await reader.facetSetValue.findMany({
      where: { facetSetId: facetSetId ?? 0 },
      orderBy: [{ kind: "asc" }, { value: "asc" }],
      select: { kind: true, value: true },
    }),
    visitor: await reader.visitor.findUnique({ where: { key: visitor } }),
    account: await reader.platformAccount.findUnique({ where: { key: account } }),
    names: await reader.label.findMany({ where: { accountKey: account }, orderBy: { labelId: "asc" } }),
    events: events.map(({ raw, type, messageType, occurredAt, searchText }) => [
      raw,
      type,
      messageType,
      occurredAt,
      searchText,
    ]),
  };
  const text = JSON.stringify(stored, (name, value) => {
    if (name === "conversationId") return undefined;
    const shown = typeof value === "bigint" ? String(value) : value;
    return /(eventId|EventId|namedBy)$/.test(name) ? (numberOf.get(String(shown)) ?? shown) : shown;
  });
  const general = text.replaceAll(key, "the key").replaceAll(visitor, "the visitor").replaceAll(account, "the account");
  return createHash("sha256").update(general).digest("hex");
}
