import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Store } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { deliveryActivity } from "./delivery-activity";

const noon = Date.UTC(2026, 0, 8, 12, 0, 30);
const good = { events: [eventOf("note", { note: "x" }, "2024-01-01 00:00:01")] };

beforeEach(() => void vi.useFakeTimers({ now: noon, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describeEachDatabase("deliveries a minute", (openStore) => {
  it("are counted over the last hour, also as it goes on", async () => {
    const store = await openStore();
    useStore(store);
    await arrive(store, noon - 60 * 60_000, good, "broken");
    await arrive(store, noon - 59 * 60_000, good);
    await arrive(store, noon - 5 * 60_000, good, "broken", {});
    await arrive(store, noon, good);
    const before = await deliveryActivity(testViewer());
    expect(before).toMatchObject({ open: 2, lastDeliveryId: "7", lastEventAt: "2026-01-08T11:00:30.000000Z" });
    expect(busyMinutes(before)).toEqual(["11:01 1/0", "11:55 3/1", "12:00 1/0"]);
    expect(before.minutes).toHaveLength(60);

    vi.setSystemTime(noon + 3 * 60_000);
    await arrive(store, noon + 60_000, "broken");
    await arrive(store, noon + 3 * 60_000, good, good);
    expect(busyMinutes(await deliveryActivity(testViewer()))).toEqual([
      "11:55 3/1",
      "12:00 1/0",
      "12:01 1/1",
      "12:03 2/0",
    ]);
  });

  it("are none at first", async () => {
    useStore(await openStore());
    const activity = await deliveryActivity(testViewer());
    expect(activity).toMatchObject({ open: 0, lastDeliveryId: null, lastEventAt: null });
    expect(busyMinutes(activity)).toEqual([]);
  });
});

async function arrive(store: Store, at: number, ...bodies: unknown[]): Promise<void> {
  await append(
    store,
    bodies.map((body) => ({ ...deliveryOf(body), receivedAt: BigInt(at) * 1000n })),
  );
}

function busyMinutes({ minutes }: Awaited<ReturnType<typeof deliveryActivity>>): string[] {
  return minutes
    .filter(({ deliveries }) => deliveries > 0)
    .map(({ at, deliveries, faulty }) => `${at.slice(11, 16)} ${deliveries}/${faulty}`);
}
