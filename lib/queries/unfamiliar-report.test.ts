import { expect, it } from "vitest";
import type { Store } from "@/lib/store/connection/open-store";
import { rebuild } from "@/lib/store/projections/rebuild/rebuild";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliver, eventOf, samples } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { unfamiliarReport } from "./unfamiliar-report";

const viewer = testViewer();
const breach = (minute: number) => eventOf("survey_answered", { minutes: 4 }, `2024-01-01 00:0${minute}:00`);
const pinned = { ...eventOf("note", { note: "x", pinned: true }, "2024-01-01 00:00:09"), event_id: "e1" };

describeEachDatabase("the report of unfamiliar data", (openStore) => {
  it("is empty for published samples", async () => {
    await useFresh(openStore, ...samples().values());
    expect(await unfamiliarReport(viewer)).toEqual({ data: [], complete: true });
  });

  it("counts events without duplicates, with the first, the last and an example", async () => {
    const store = await useFresh(openStore, { events: [breach(1), breach(2)] }, { events: [breach(1)] });
    await deliver(store, { events: [breach(3), pinned] });
    const { data } = await unfamiliarReport(viewer);
    expect(data.map(({ kind, type, path, events }) => [kind, type, path, events]).sort()).toEqual([
      ["event", "survey_answered", null, 3],
      ["field", null, "event_id", 1],
      ["field", "note", "pinned", 1],
    ]);
    const events = await store.reader.event.findMany({ orderBy: { id: "asc" } });
    const line = data.find(({ kind }) => kind === "event");
    expect(line?.example).toEqual({ eventId: String(events[2]?.id), conversationKey: breach(1).conversation.key });
    expect(line && line.firstSeenAt < line.lastSeenAt).toBe(true);
  });

  it("is the same after a rebuild", async () => {
    const store = await useFresh(openStore, { events: [breach(1), pinned] }, { events: [breach(2), breach(1)] });
    const before = await store.reader.unfamiliar.findMany({ orderBy: { path: "asc" } });
    await store.records.unfamiliar.updateMany({ where: { kind: "event" }, data: { type: "no longer unknown" } });
    await rebuild(store, () => {});
    expect(await store.reader.unfamiliar.findMany({ orderBy: { path: "asc" } })).toEqual(before);
  });

  it("excludes what this version knows", async () => {
    const store = await useFresh(openStore, { events: [breach(1), pinned] });
    // As written by an earlier version, which did not know the field `note`.
    const row = await store.reader.unfamiliar.findFirstOrThrow({ where: { path: "pinned" } });
    await store.records.unfamiliar.create({ data: { ...row, path: "note" } });
    const { data } = await unfamiliarReport(viewer);
    expect(data.map(({ path }) => path).sort()).toEqual(["event_id", "pinned", null].sort());
  });

  it("accepts names of any length and with any characters", async () => {
    const long = Array.from({ length: 5000 }, (_, place) =>
      String.fromCodePoint(0x4e00 + ((place * 7919) % 20_000)),
    ).join("");
    const payload = { [long]: 1, [`${long}2`]: 2, "a\u0000": 1, "a\ud800": 1, note: "x" };
    const store = await useFresh(
      openStore,
      { events: [eventOf("note", payload, "2024-01-01 00:00:01")] },
      { events: [eventOf(long.slice(0, 200), { message: { type: long } }, "2024-01-01 00:00:02")] },
      { events: [eventOf("message", { message: { type: long, [long]: 1 } }, "2024-01-01 00:00:03")] },
    );
    expect(await store.reader.event.count()).toBe(3);
    expect((await unfamiliarReport(viewer)).data.length).toBeGreaterThanOrEqual(3);
  });

  it("does not grow without limit", async () => {
    const store = await useFresh(openStore);
    for (let batch = 0; batch < 6; batch += 1) {
      const events = Array.from({ length: 1000 }, (_, place) =>
        eventOf(`made_up_${batch}_${place}`, {}, "2024-01-01 00:00:01"),
      );
      await deliver(store, { events });
    }
    expect(await store.reader.unfamiliar.count()).toBe(5000);
    const report = await unfamiliarReport(viewer);
    expect([report.data.length, report.complete]).toEqual([1000, false]);
  });
});

async function useFresh(openStore: () => Promise<Store>, ...bodies: unknown[]): Promise<Store> {
  const store = await openStore();
  useStore(store);
  for (const body of bodies) {
    await deliver(store, body);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return store;
}
