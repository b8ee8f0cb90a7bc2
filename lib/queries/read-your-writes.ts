import "server-only";
import { store } from "@/lib/store/connection/client";
import { waitForProjection } from "@/lib/store/projections/wait-for-projection";

/** Figures that lack events are wrong, so they wait longer: in milliseconds, while events are being processed. */
const figuresMs = 10_000;

/**
 * Call once per request, before reading: waits until everything acknowledged before the request is visible, unless that takes too
 * long.
 */
export async function readYourWrites({ isForFigures = false } = {}): Promise<void> {
  await waitForProjection(store(), isForFigures ? { longestMs: figuresMs } : {});
}
