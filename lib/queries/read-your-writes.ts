import "server-only";
import { store } from "@/lib/store/connection/client";
import { waitForProjection } from "@/lib/store/projections/wait-for-projection";

/** To be called once by a request, before it reads: what was acknowledged before it came is shown, unless that takes too long. */
export async function readYourWrites(): Promise<void> {
  await waitForProjection(store());
}
