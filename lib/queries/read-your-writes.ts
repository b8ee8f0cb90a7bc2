import "server-only";
import { store } from "@/lib/store/connection/client";
import { waitForProjection } from "@/lib/store/projections/wait-for-projection";

/**
 * Call once per request, before reading: waits until everything acknowledged before the request is visible, unless that takes too
 * long.
 */
export async function readYourWrites(): Promise<void> {
  await waitForProjection(store());
}
