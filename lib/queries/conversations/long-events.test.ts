import { beforeAll, expect, it } from "vitest";
import type { Event } from "@/lib/events/event";
import { Refusal } from "@/lib/queries/refusal";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { conversationState } from "./conversation-state";
import { eventPage } from "./event-page";
import { visitorEvents } from "./visitor-events";

const viewer = testViewer();
const count = 12;
const visitorKey = "a569015fa03d41a283ed4c66c4601966";

describeEachDatabase("a conversation of messages of 300 kB", (openStore) => {
  beforeAll(async () => {
    const store = await openStore();
    useStore(store);
    for (let place = 0; place < count; place++) {
      const text = `${place} ${"long ".repeat(60_000)}`;
      const said = { message_by: { type: "visitor" }, message: { type: "text", text } };
      await deliver(store, { events: [eventOf("message", said, `2024-05-05 10:00:${10 + place}.000000`, "long")] });
    }
  });

  type Page = { data: Event[]; nextCursor: string | null };
  const pages = async (read: (cursor: string | undefined) => Promise<Page | Refusal>): Promise<Event[][]> => {
    const found: Event[][] = [];
    let cursor: string | undefined;
    for (let asked = 0; asked <= count; asked++) {
      const page = await read(cursor);
      if (page instanceof Refusal) throw new Error(page.message);
      found.push(page.data);
      if (page.nextCursor === null) return found;
      cursor = page.nextCursor;
    }
    throw new Error("The pages have no end");
  };
  const placesOf = (events: readonly Event[]) => events.map(({ text }) => Number.parseInt(text, 10));
  const all = Array.from({ length: count }, (_, place) => place);

  it("is read completely, in pages of a few events", async () => {
    const found = await pages((cursor) => eventPage(viewer, { key: "long", limit: 500, cursor }));
    expect(placesOf(found.flat())).toEqual(all);
    expect(found.map(({ length }) => length)).toEqual([3, 3, 3, 3]);
  });

  it("returns its last events, and reports that there are earlier ones", async () => {
    const last = await eventPage(viewer, { key: "long", limit: 200, last: true });
    if (last instanceof Refusal) throw new Error(last.message);
    expect(placesOf(last.data)).toEqual(all.slice(-3));
    expect(last.hasEarlier).toBe(true);
  });

  it.each(["asc", "desc"] as const)("is also read from the visitor's page, %s", async (order) => {
    const found = await pages((cursor) => visitorEvents(viewer, { key: visitorKey, limit: 200, cursor, order }));
    expect(placesOf(found.flat())).toEqual(order === "asc" ? all : all.toReversed());
    expect(Math.max(...found.map(({ length }) => length))).toBe(3);
  });

  it("has a state that counts all of it, at any event", async () => {
    const last = await eventPage(viewer, { key: "long", limit: 1, last: true });
    if (last instanceof Refusal) throw new Error(last.message);
    const state = await conversationState(viewer, { key: "long", at: last.data[0]?.id });
    expect(state).toMatchObject({ eventCount: count, messageCounts: { visitor: count } });
  });
});
