import { expect, it, vi } from "vitest";
import { append } from "@/lib/store/log/append";
import { pruneBodies } from "@/lib/store/log/prune-bodies";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { now } from "@/lib/time/instant";
import { pruneAll } from "./prune-in-background";

vi.stubEnv("DELIVERY_BODY_DAYS", "3");

const day = 86_400_000_000n;
const event = (place: number) => eventOf("note", { note: `note ${place}` }, "2024-01-01 00:00:01");

describeEachDatabase("pruning", (openStore) => {
  it("deletes only old bodies of good deliveries, in steps, and keeps their events", async () => {
    const store = await openStore();
    useStore(store);
    const at = (days: bigint, body: unknown) => ({ ...deliveryOf(body), receivedAt: now() - days * day });
    const many = Array.from({ length: 700 }, (_, place) => at(4n, { events: [event(place)] }));
    const partial = { events: [event(-1), { event: 1 }] };
    await append(store, [...many, at(4n, {}), at(40n, "broken"), at(40n, partial), at(2n, { events: [event(-2)] })]);
    const before = await store.reader.event.findMany({ orderBy: { id: "asc" } });

    expect(await pruneAll()).toBe(701);
    const bodies = await store.reader.deliveryBody.findMany({ select: { id: true } });
    const kept = await store.reader.delivery.findMany({
      where: { id: { in: bodies.map(({ id }) => id) } },
      orderBy: { id: "asc" },
    });
    expect(kept.map(({ verdict }) => verdict)).toEqual(["quarantined", "partial", "accepted"]);
    expect(await store.reader.event.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    expect(await pruneAll()).toBe(0);

    await store.records.delivery.updateMany({ where: { verdict: "accepted" }, data: { receivedAt: now() - 4n * day } });
    expect(await pruneAll()).toBe(1);
  });

  it("deletes bodies that arrived before a time, to the microsecond, up to a limit", async () => {
    const store = await openStore();
    const moment = 1_700_000_000_000_000n;
    const times = [-2n, -1n, -1n, 0n, 1n].map((after) => moment + after);
    await append(
      store,
      times.map((receivedAt, place) => ({ ...deliveryOf({ events: [event(place)] }), receivedAt })),
    );
    const left = async () => {
      const ids = (await store.reader.deliveryBody.findMany({ select: { id: true } })).map(({ id }) => id);
      const kept = await store.reader.delivery.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
      return kept.map(({ receivedAt }) => receivedAt);
    };
    expect(await pruneBodies(store, moment, 2)).toEqual({ pruned: 2, more: true });
    expect(await left()).toEqual(times.slice(2));
    expect(await pruneBodies(store, moment, 2)).toEqual({ pruned: 1, more: false });
    expect(await left()).toEqual(times.slice(3));
    expect(await pruneBodies(store, moment, 2)).toEqual({ pruned: 0, more: false });
    expect(await pruneBodies(store, moment + 1n, 2)).toEqual({ pruned: 1, more: false });
    expect(await left()).toEqual(times.slice(4));
  });
});
