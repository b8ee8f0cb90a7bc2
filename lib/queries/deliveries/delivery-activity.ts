import "server-only";
import type { DeliveryActivity } from "@/lib/api/schemas/delivery-activity";
import type { Viewer } from "@/lib/auth/viewer";
import { type Store, store } from "@/lib/store/connection/client";
import { countByMinute, type MinuteCount, minute, readDeliveryState } from "@/lib/store/reads/delivery-activity";
import { now, toIso } from "@/lib/time/instant";

const minutesShown = 60;
/** A delivery is stored within seconds of its arrival: older minutes no longer change. */
const unsettledMinutes = 2;

const shared = globalThis as typeof globalThis & { playheadSettledMinutes?: WeakMap<Store, Map<number, MinuteCount>> };

/** The last hour minute by minute, and what waits in quarantine. Pages ask often: only the last minutes are counted anew. */
export async function deliveryActivity(_viewer: Viewer): Promise<DeliveryActivity> {
  const current = Number(now() / minute);
  const first = current - minutesShown + 1;
  const [counts, state] = await Promise.all([countsFrom(store(), first, current), readDeliveryState(store())]);
  return {
    open: state.open,
    lastDeliveryId: state.lastDeliveryId === null ? null : String(state.lastDeliveryId),
    lastEventAt: state.lastEventAt === null ? null : toIso(state.lastEventAt),
    now: toIso(now()),
    minutes: Array.from({ length: minutesShown }, (_, place) => {
      const { deliveries = 0, faulty = 0 } = counts.get(first + place) ?? {};
      return { at: toIso(BigInt(first + place) * minute), deliveries, faulty };
    }),
  };
}

async function countsFrom(of: Store, first: number, current: number): Promise<Map<number, MinuteCount>> {
  shared.playheadSettledMinutes ??= new WeakMap();
  const settled = shared.playheadSettledMinutes.get(of) ?? new Map<number, MinuteCount>();
  shared.playheadSettledMinutes.set(of, settled);
  const known = Math.max(first - 1, ...settled.keys());
  const counted = await countByMinute(of, BigInt(known + 1) * minute);
  const found = new Map(counted.map((one) => [one.minute, one]));
  for (let place = known + 1; place <= current - unsettledMinutes; place += 1) {
    settled.set(place, found.get(place) ?? { minute: place, deliveries: 0, faulty: 0 });
  }
  for (const place of settled.keys()) if (place < first) settled.delete(place);
  return new Map([...settled, ...found]);
}
