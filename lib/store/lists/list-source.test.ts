import { beforeAll, expect, it } from "vitest";
import { type ConversationSort, sorts } from "@/lib/columns/sorts";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import type { Store } from "@/lib/store/connection/client";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { everyPage } from "@/lib/testing/every-page";
import { pick, randomNumbers } from "@/lib/testing/many-conversations";
import { fullAccess } from "@/lib/testing/viewer";
import { type ListPlace, listConversations } from "./list-conversations";
import { countConversations } from "./list-counts";

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const start = Date.UTC(2024, 0, 1);
/** With this many conversations in progress, it is cheaper to scan past the others than to gather these. */
const LONG_ONES = 5100;
const busyDay = "2020-06-01";

interface Known {
  key: string;
  begun: number;
  last: number;
}

// A conversation without a create event begins at the timestamp in its key, in seconds.
describeEachDatabase("lists between two times", (openStore) => {
  const known = [...various(300), ...longOnes()];
  let store: Store;

  beforeAll(async () => {
    store = await openStore();
    const events = known.map(({ key, last }) =>
      eventOf(
        "message",
        { message_by: { type: "visitor" }, message: { type: "text", text: "Hello" } },
        told(last),
        key,
      ),
    );
    for (let from = 0; from < events.length; from += 2700)
      await deliver(store, { events: events.slice(from, from + 2700) });
  }, 120_000);

  it("contain the conversations between them, in each order, without gaps between pages", async () => {
    const random = randomNumbers(5);
    let found = 0;
    for (let round = 0; round < 50; round++) {
      const filters = { ...noFilters, ...randomTimes(random) };
      const wanted = known.filter((one) => isWithin(one, filters));
      const sort = pick(random, sorts);
      const keys = await allKeys(store, filters, sort);
      expect(new Set(keys), JSON.stringify(filters)).toEqual(new Set(wanted.map(({ key }) => key)));
      expect(keys).toHaveLength(wanted.length);
      if (/lastEventAt|createdAt/.test(sort))
        expect(keys.map(timeIn(known, sort))).toEqual(wanted.map(timeOf(sort)).sort(ascending(sort)));
      expect(await countConversations(store, fullAccess, filters)).toBe(wanted.length);
      found += wanted.length;
    }
    expect(found).toBeGreaterThan(1000);
  }, 120_000);

  it("contain the many that were in progress at a given time", async () => {
    const filters = { ...noFilters, to: busyDay, from: busyDay };
    expect(await countConversations(store, fullAccess, filters)).toBe(LONG_ONES);
    expect(
      await countConversations(store, fullAccess, {
        ...noFilters,
        active: `>${busyDay}`,
        created: `<${busyDay}`,
        key: [known.at(-1)?.key ?? ""],
      }),
    ).toBe(1);
  });
});

/** Durations from zero to a year, evenly distributed, and some that are negative. */
function various(count: number): Known[] {
  const random = randomNumbers(4);
  return Array.from({ length: count }, (_, place) => {
    const begun = start + Math.floor(random() * 400) * DAY + Math.floor(random() * 86_400) * SECOND;
    const duration = Math.floor(10 ** (random() * 7.5)) * SECOND;
    const last = place % 10 === 0 ? begun - duration : begun + duration * (place % 7 === 0 ? 0 : 1);
    return { key: keyOf(place, begun), begun, last };
  });
}

function longOnes(): Known[] {
  return Array.from({ length: LONG_ONES }, (_, place) => {
    const begun = Date.parse(busyDay) - place * 60 * SECOND - DAY;
    return { key: keyOf(1000 + place, begun), begun, last: Date.parse(busyDay) + place * 60 * SECOND + 2 * DAY };
  });
}

function keyOf(place: number, begun: number): string {
  return place.toString(16).padStart(32, "0") + begun / SECOND;
}

function told(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")}.000000`;
}

function randomTimes(random: () => number): Partial<ConversationFilters> {
  const moment = (after = 0) => new Date(start + after + Math.floor(random() * 500 * 86_400) * SECOND).toISOString();
  const range = () => {
    const from = moment();
    const to = new Date(Date.parse(from) + Math.floor(10 ** (random() * 7.5)) * SECOND).toISOString();
    return pick(random, [`${from}..${to}`, `>=${from}`, `<=${to}`]);
  };
  const given: Partial<ConversationFilters> = {};
  if (random() < 0.5) given.from = moment(-50 * DAY);
  if (random() < 0.5) given.to = moment(-50 * DAY);
  if (random() < 0.4) given.created = range();
  if (random() < 0.4) given.active = range();
  return given;
}

function isWithin({ begun, last }: Known, { from, to, created, active }: ConversationFilters): boolean {
  const isIn = (at: number, range: string | null) => {
    const [, earliest, latest] = /^(?:>=)?([^.<]*\.\d+Z)?(?:\.\.|<=)?(.*)$/.exec(range ?? "") ?? [];
    return (!earliest || at >= Date.parse(earliest)) && (!latest || at <= Date.parse(latest));
  };
  return (
    (from === null || last >= Date.parse(from)) &&
    (to === null || begun <= Date.parse(to)) &&
    isIn(begun, created) &&
    isIn(last, active)
  );
}

async function allKeys(store: Store, filters: ConversationFilters, sort: ConversationSort): Promise<string[]> {
  let listed = 0;
  const rows = await everyPage(async (after: ListPlace | null = null) => {
    const page = await listConversations(store, fullAccess, { filters, sort, limit: listed < 100 ? 17 : 900, after });
    listed += page.rows.length;
    return page;
  });
  return rows.map(({ key }) => key);
}

function timeOf(sort: ConversationSort): (one: Known) => number {
  return ({ begun, last }) => (sort.endsWith("createdAt") ? begun : last);
}

function timeIn(known: readonly Known[], sort: ConversationSort): (key: string) => number | undefined {
  const times = new Map(known.map((one) => [one.key, timeOf(sort)(one)]));
  return (key) => times.get(key);
}

function ascending(sort: ConversationSort): (one: number, other: number) => number {
  return sort.startsWith("-") ? (one, other) => other - one : (one, other) => one - other;
}
