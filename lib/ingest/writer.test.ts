import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { openStore } from "@/lib/store/connection/open-store";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { cutConnections, lockDatabase } from "@/lib/testing/disturb-database";
import { Writer } from "./writer";

const note = (text: string, key?: string) => ({
  events: [eventOf("note", { note: text }, "2024-01-01 00:00:00", key)],
});

describeEachDatabase("the writer", (openFreshStore, createDatabase, dialect) => {
  it("returns separate counts for deliveries that share a commit", async () => {
    const store = await openFreshStore();
    const writer = new Writer(store);
    const bodies = [
      note("a"),
      note("b"),
      note("a"),
      { events: [] },
      "{",
      { events: [...note("c").events, { bad: 1 }] },
    ];
    const outcomes = await Promise.all(bodies.map((body) => writer.submit(deliveryOf(body))));
    const counts = outcomes.map((outcome) => {
      if (!outcome.ok) return outcome.reason;
      const { accepted, duplicates, quarantined } = outcome.stored;
      return [outcome.delivery.verdict, accepted, duplicates, quarantined];
    });
    expect(counts).toEqual([
      ["accepted", 1, 0, 0],
      ["accepted", 1, 0, 0],
      ["accepted", 0, 1, 0],
      ["test", 0, 0, 0],
      ["quarantined", 0, 0, 0],
      ["partial", 1, 0, 1],
    ]);
    expect(await store.reader.quarantinedEvent.findMany({ select: { place: true, raw: true } })).toEqual([
      { place: 1, raw: '{"bad":1}' },
    ]);
  });

  it("quarantines only what the database rejects", async () => {
    const store = await openFreshStore();
    const writer = new Writer(store);
    const poison = deliveryOf(note("poison", "poison"));
    const [event] = poison.events;
    if (event === undefined) throw new Error("no event");
    // Invalid for any column; the webhook creates no such event.
    const broken = { ...poison, events: [{ ...event, raw: null as unknown as string }] };
    const outcomes = await Promise.all(
      [note("a"), broken, note("b")].map((body) => {
        return writer.submit("body" in body ? body : deliveryOf(body));
      }),
    );
    expect(outcomes.map((outcome) => outcome.ok && outcome.delivery.verdict)).toEqual([
      "accepted",
      "quarantined",
      "accepted",
    ]);
    const [kept] = await store.reader.delivery.findMany({ where: { verdict: "quarantined" } });
    const body = await store.reader.deliveryBody.findUnique({ where: { id: kept?.id ?? 0n } });
    expect(Buffer.from(body?.bytes ?? [])).toEqual(Buffer.from(broken.body));
    expect(kept?.reason).toContain("The database refused it");
  });

  it("reports within three seconds that a locked database is busy, and continues when it is free", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    const writer = new Writer(store);
    const release = await lockDatabase(database);
    const started = performance.now();
    let ticks = 0;
    const clock = setInterval(() => ticks++, 20);
    const outcomes = await Promise.all([writer.submit(deliveryOf(note("a"))), writer.submit(deliveryOf(note("b")))]);
    clearInterval(clock);
    expect(outcomes).toMatchObject([
      { ok: false, reason: "busy" },
      { ok: false, reason: "busy" },
    ]);
    expect(performance.now() - started).toBeLessThan(3000);
    expect(ticks).toBeGreaterThan(60);
    await release();
    expect(await writer.submit(deliveryOf(note("a")))).toMatchObject({ ok: true });
    expect(await writer.submit(deliveryOf(note("c")))).toMatchObject({ ok: true, stored: { accepted: 1 } });
    expect(await store.reader.event.count({ where: { searchText: { contains: "a" } } })).toBe(1);
    await store.close();
  });

  it("waits as long as configured", async () => {
    const database = await createDatabase();
    const store = openStore(database);
    const writer = new Writer(store, { patienceMs: 60_000 });
    const release = await lockDatabase(database);
    const outcome = writer.submit(deliveryOf(note("a")));
    await pause(3500);
    await release();
    expect(await outcome).toMatchObject({ ok: true, stored: { accepted: 1 } });
    expect(await store.reader.delivery.count()).toBe(1);
    await store.close();
  });

  it.runIf(dialect === "postgresql")("recovers when connections are lost", async () => {
    const database = await createDatabase();
    if (database.dialect !== "postgresql") throw new Error("not Postgres");
    const store = openStore(database);
    const writer = new Writer(store);
    await writer.submit(deliveryOf(note("a")));
    await cutConnections(database);
    expect(await writer.submit(deliveryOf(note("b")))).toMatchObject({ ok: true, stored: { accepted: 1 } });
    await store.close();
  });
});
