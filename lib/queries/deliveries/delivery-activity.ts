import "server-only";
import type { Access } from "@/lib/access/scope";
import type { ActivityPeriod } from "@/lib/api/activity-periods";
import type { DeliveryActivity } from "@/lib/api/schemas/delivery-activity";
import type { Viewer } from "@/lib/auth/viewer";
import { type Store, store } from "@/lib/store/connection/client";
import { countBySteps, readDeliveryState, type StepCount } from "@/lib/store/reads/delivery-activity";
import { now, toIso } from "@/lib/time/instant";

const steps = 96;
const minute = 60_000_000n;
const lengths: Record<ActivityPeriod, bigint> = { "24h": 15n * minute, "7d": 105n * minute };
/** Deliveries are stored within seconds of arrival, imported ones later: for this long, older steps are not recounted. */
const settledFor = minute;

interface Settled {
  countedAt: bigint;
  counts: readonly StepCount[];
}

const shared = globalThis as typeof globalThis & { playheadActivity?: WeakMap<Store, Map<string, Settled>> };

/**
 * The last day or week by steps, and the state of the quarantine. Pages poll this, so usually only the last steps are counted.
 */
export async function deliveryActivity(viewer: Viewer, period: ActivityPeriod): Promise<DeliveryActivity> {
  const length = lengths[period];
  const current = Number(now() / length);
  const first = current - steps + 1;
  const [counts, state] = await Promise.all([
    countsFrom(store(), viewer, { period, first, current }),
    readDeliveryState(store(), viewer),
  ]);
  return {
    open: state.open,
    lastDeliveryId: state.lastDeliveryId === null ? null : String(state.lastDeliveryId),
    lastEventAt: state.lastEventAt === null ? null : toIso(state.lastEventAt),
    now: toIso(now()),
    stepSeconds: Number(length / 1_000_000n),
    steps: Array.from({ length: steps }, (_, place) => {
      const { deliveries = 0, faulty = 0 } = counts.get(first + place) ?? {};
      return { at: toIso(BigInt(first + place) * length), deliveries, faulty };
    }),
  };
}

async function countsFrom(
  of: Store,
  access: Access,
  { period, first, current }: { period: ActivityPeriod; first: number; current: number },
): Promise<Map<number, StepCount>> {
  shared.playheadActivity ??= new WeakMap();
  const kept = shared.playheadActivity.get(of) ?? new Map<string, Settled>();
  shared.playheadActivity.set(of, kept);
  const ofScope = JSON.stringify([period, access.scope]);
  const known = kept.get(ofScope);
  const isSettled = known !== undefined && now() - known.countedAt < settledFor && now() >= known.countedAt;
  const counts = await countBySteps(
    of,
    access,
    BigInt(isSettled ? current - 1 : first) * lengths[period],
    lengths[period],
  );
  if (!isSettled) kept.set(ofScope, { countedAt: now(), counts });
  return new Map([...(isSettled ? known.counts : []), ...counts].map((one) => [one.step, one]));
}
