import { beforeAll, expect, it } from "vitest";
import type { Event } from "@/lib/events/event";
import { Refusal } from "@/lib/queries/refusal";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { everyPage } from "@/lib/testing/every-page";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { historyOfVariable } from "./variable-history";
import { visitorByKey } from "./visitor-by-key";
import { visitorEvents } from "./visitor-events";

const viewer = testViewer();
const visitorKey = "a569015fa03d41a283ed4c66c4601966";
const conversations = 60;
/** One conversation after another, except the first, which lasts until the end. */
const at = (place: number, second: number) =>
  `2024-05-${String((place % 28) + 1).padStart(2, "0")} 10:${String(Math.floor(place / 28)).padStart(2, "0")}:${second}.000000`;

describeEachDatabase("a visitor across all conversations", (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    for (let place = 0; place < conversations; place++) {
      const key = `conversation-${place}`;
      const set = (name: string, value: unknown, second: number) =>
        eventOf("variables", { variables: [{ name, type: "text", value }] }, at(place, second), key);
      await deliver(store, {
        events: [
          eventOf(
            "conversation_create",
            { title: key, channel: { name: place % 3 === 0 ? 3 : 1 } },
            at(place, 10),
            key,
          ),
          set("visitor_plan", `plan ${place}`, 20),
          set("visitor_plan", { nested: [place] }, 30),
          ...(place === 2 ? [set("visitor_rare", "x".repeat(5000), 40)] : []),
          set("order_number", place, 50),
        ],
      });
    }
  });

  it("returns every contact variable, however long ago it was set, with its full value", async () => {
    const visitor = answered(await visitorByKey(viewer, visitorKey));
    expect(visitor.conversationCount).toBe(conversations);
    expect(visitor.eventCount).toBe(conversations * 4 + 1);
    expect(visitor.channels).toEqual([
      { name: "Web", conversationCount: 40 },
      { name: "WhatsApp", conversationCount: 20 },
    ]);
    const { visitor_plan: plan, visitor_rare: rare } = visitor.variables;
    expect(Object.keys(visitor.variables)).toEqual(["visitor_plan", "visitor_rare"]);
    expect(rare).toMatchObject({ value: "x".repeat(5000), conversationKey: "conversation-2", conversationCount: 1 });
    // Conversations 27 and 55 contain May 28; the second is a minute later.
    expect(plan).toMatchObject({
      value: { nested: [55] },
      conversationKey: "conversation-55",
      conversationCount: conversations,
    });
  });

  it("merges all events by time, in pages, in both directions", async () => {
    const ascending = await allEvents("asc");
    expect(ascending).toHaveLength(conversations * 4 + 1);
    const order = ascending.map(({ occurredAt, id }) => `${occurredAt} ${id.padStart(20, "0")}`);
    expect(order).toEqual(order.toSorted());
    expect((await allEvents("desc")).map(({ id }) => id)).toEqual(ascending.map(({ id }) => id).reverse());
    expect(new Set(ascending.map(({ envelope }) => envelope.conversation.key)).size).toBe(conversations);
    expect(await visitorEvents(viewer, { key: "nobody", limit: 5, cursor: undefined, order: "asc" })).toBeInstanceOf(
      Refusal,
    );
  });

  it("returns every value that a variable has had, in pages", async () => {
    let pages = 0;
    const history = await everyPage(async (cursor: string | undefined) => {
      const page = answered(await historyOfVariable(viewer, { key: visitorKey, name: "visitor_plan", cursor }));
      pages += 1;
      return { rows: page.data, next: page.nextCursor };
    });
    const values = history.map(({ value }) => value);
    const times = history.map(({ at: instant }) => instant);
    expect(pages).toBeGreaterThan(1);
    expect(values).toHaveLength(conversations * 2);
    expect(values.slice(0, 2)).toEqual([{ nested: [55] }, "plan 55"]);
    expect(times).toEqual(times.toSorted().reverse());
    const none = answered(
      await historyOfVariable(viewer, { key: visitorKey, name: "order_number", cursor: undefined }),
    );
    expect(none).toEqual({ data: [], nextCursor: null });
  });

  function allEvents(order: "asc" | "desc"): Promise<Event[]> {
    return everyPage(async (cursor: string | undefined) => {
      const page = answered(await visitorEvents(viewer, { key: visitorKey, limit: 50, cursor, order }));
      expect(page.data.length).toBeLessThanOrEqual(50);
      return { rows: page.data, next: page.nextCursor };
    });
  }
});

describeEachDatabase("a visitor whose conversations all happened in the same microsecond", (openStore) => {
  const keys = Array.from({ length: 45 }, (_, place) => `twin-${place}`);

  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    const moment = "2024-05-05 10:00:00.123456";
    const events = keys.flatMap((key) =>
      ["first", "second"].map((word) =>
        eventOf(
          "variables",
          { variables: [{ name: "visitor_plan", type: "text", value: `${word} ${key}` }] },
          moment,
          key,
        ),
      ),
    );
    await deliver(store, { events });
  });

  it.each(["asc", "desc"] as const)("loses no events at a page's boundary, %s", async (order) => {
    const listed = (limit: number) =>
      everyPage(async (cursor: string | undefined) => {
        const page = answered(await visitorEvents(viewer, { key: visitorKey, limit, cursor, order }));
        return { rows: page.data.map(({ id }) => id), next: page.nextCursor };
      });
    const whole = await listed(200);
    expect(new Set(whole).size).toBe(keys.length * 2);
    for (const limit of [7, 30, 45, 89]) expect(await listed(limit)).toEqual(whole);
  });

  it("loses no value of a variable", async () => {
    const values = await everyPage(async (cursor: string | undefined) => {
      const page = answered(await historyOfVariable(viewer, { key: visitorKey, name: "visitor_plan", cursor }));
      return { rows: page.data.map(({ value }) => value), next: page.nextCursor };
    });
    expect(values.toSorted()).toEqual(keys.flatMap((key) => [`first ${key}`, `second ${key}`]).toSorted());
  });
});

function answered<Answer>(answer: Answer | Refusal): Answer {
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer;
}
