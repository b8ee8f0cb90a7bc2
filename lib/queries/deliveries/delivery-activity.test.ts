import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Store } from "@/lib/store/connection/open-store";
import { append } from "@/lib/store/log/append";
import { describeEachDatabase } from "@/lib/testing/databases";
import { deliveryOf, eventOf } from "@/lib/testing/deliver";
import { useStore } from "@/lib/testing/use-store";
import { testViewer } from "@/lib/testing/viewer";
import { deliveryActivity } from "./delivery-activity";

const noon = Date.UTC(2026, 0, 8, 12, 0, 30);
const hour = 60 * 60_000;
const good = { events: [eventOf("note", { note: "x" }, "2024-01-01 00:00:01")] };

beforeEach(() => void vi.useFakeTimers({ now: noon, toFake: ["Date"] }));
afterEach(() => void vi.useRealTimers());

describeEachDatabase("deliveries over time", (openStore) => {
  it("are counted over the last day, also as time passes", async () => {
    const store = await openStore();
    useStore(store);
    await arrive(store, noon - 24 * hour, good, "broken");
    await arrive(store, noon - 23 * hour, good);
    await arrive(store, noon - 5 * 60_000, good, "broken", {});
    await arrive(store, noon, good);
    const before = await deliveryActivity(testViewer(), "24h");
    expect(before).toMatchObject({ open: 2, lastDeliveryId: "7", stepSeconds: 900 });
    expect(busySteps(before)).toEqual(["13:00 1/0", "11:45 3/1", "12:00 1/0"]);
    expect(before.steps).toHaveLength(96);
    const week = await deliveryActivity(testViewer(), "7d");
    expect(week.steps.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(7);

    vi.setSystemTime(noon + 30_000);
    await arrive(store, noon + 20_000, "broken");
    expect(busySteps(await deliveryActivity(testViewer(), "24h"))).toEqual(["13:00 1/0", "11:45 3/1", "12:00 2/1"]);
    vi.setSystemTime(noon + 15 * 60_000);
    await arrive(store, noon - 3 * hour, good);
    expect(busySteps(await deliveryActivity(testViewer(), "24h"))).toEqual([
      "13:00 1/0",
      "09:00 1/0",
      "11:45 3/1",
      "12:00 2/1",
    ]);
  });

  it("are absent at first", async () => {
    useStore(await openStore());
    const activity = await deliveryActivity(testViewer(), "24h");
    expect(activity).toMatchObject({ open: 0, lastDeliveryId: null, lastEventAt: null });
    expect(busySteps(activity)).toEqual([]);
  });
});

async function arrive(store: Store, at: number, ...bodies: unknown[]): Promise<void> {
  await append(
    store,
    bodies.map((body) => ({ ...deliveryOf(body), receivedAt: BigInt(at) * 1000n })),
  );
}

function busySteps({ steps }: Awaited<ReturnType<typeof deliveryActivity>>): string[] {
  return steps
    .filter(({ deliveries }) => deliveries > 0)
    .map(({ at, deliveries, faulty }) => `${at.slice(11, 16)} ${deliveries}/${faulty}`);
}
