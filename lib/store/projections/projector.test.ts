import { expect, it } from "vitest";
import { Writer } from "@/lib/ingest/writer";
import { openStore, type Store } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf, log } from "@/lib/testing/deliver";
import { lockDatabase } from "@/lib/testing/disturb-database";
import { eventually } from "@/lib/testing/eventually";
import { Projector } from "./projector";
import { markProjected, readMarks } from "./projector-turn";
import { countUnprojected } from "./unprojected";
import { waitForProjection } from "./wait-for-projection";

const note = (text: string, lane = 0) => ({
  events: [eventOf("note", { note: text }, "2024-01-01", `c0ffee${String(lane).padStart(26, "0")}1704067200`)],
});
const eventCounts = async ({ reader }: Store) => (await reader.conversation.findMany()).map((row) => row.eventCount);

describeEachDatabase("a server's projector", (openFreshStore, createDatabase) => {
  it("projects what a writer appends, in large batches under load", async () => {
    const store = await openFreshStore();
    let batches = 0;
    const projector = new Projector(store, { onProjected: () => batches++ });
    const writer = new Writer(store, { onCommit: () => projector.wake() });
    for (let round = 0; round < 10; round++) {
      const many = Array.from({ length: 12 }, (_, place) => writer.submit(deliveryOf(note(`${round} ${place}`))));
      await Promise.all(many);
    }
    await eventually(async () => expect(await countUnprojected(store)).toBe(0));
    expect(await eventCounts(store)).toEqual([120]);
    expect(batches).toBeLessThan(60);
    await projector.end();
  });

  it("also makes progress while deliveries are always waiting", async () => {
    const store = await openFreshStore();
    let batches = 0;
    const projector = new Projector(store, { onProjected: () => batches++ });
    const writer = new Writer(store, { onCommit: () => projector.wake() });
    const endsAt = performance.now() + 20_000;
    let sent = 0;
    const send = async (_: unknown, lane: number) => {
      while (batches < 3 && performance.now() < endsAt) await writer.submit(deliveryOf(note(`${sent++}`, lane)));
    };
    await Promise.all(Array.from({ length: 12 }, send));
    expect(batches).toBeGreaterThanOrEqual(3);
    await projector.end();
  });

  it("picks up what other processes appended, and what a killed process left", async () => {
    const database = await createDatabase();
    const [store, other] = [openStore(database), openStore(database)];
    await log(other, note("before"));
    const projector = new Projector(store);
    projector.start();
    await eventually(async () => expect(await eventCounts(store)).toEqual([1]));
    await log(other, note("after"));
    await eventually(async () => expect(await eventCounts(store)).toEqual([2]));
    await projector.end();
    await Promise.all([store.close(), other.close()]);
  });

  it("is waited for by readers, and without success only once", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    const projector = new Projector(store);
    await log(store, note("a"));
    projector.wake();
    await waitForProjection(store);
    expect(await eventCounts(store)).toEqual([1]);

    await log(store, note("b"));
    const release = await lockDatabase(database);
    await waitForProjection(store);
    expect(await eventCounts(store)).toEqual([1]);
    let isWaiting = true;
    const second = waitForProjection(store).then(() => {
      isWaiting = false;
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(isWaiting).toBe(false);
    await second;
    await release();
    await projector.end();
    await store.close();
  });

  it("is waited for longer while it makes progress", async () => {
    const store = await openFreshStore();
    for (const text of ["a", "b", "c"]) await log(store, note(text));
    const { logged } = await readMarks(store.reader);
    const project = async () => {
      for (const left of [2n, 1n, 0n]) {
        await new Promise((resolve) => setTimeout(resolve, 600));
        await store.records.$transaction((transaction) => markProjected(transaction, store.dialect, logged - left));
      }
    };
    const projecting = project();
    await waitForProjection(store, { longestMs: 60_000 });
    expect(await readMarks(store.reader)).toEqual({ logged, projected: logged });
    await projecting;
  });
});
