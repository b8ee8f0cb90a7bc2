import "server-only";
import { store } from "@/lib/store/connection/client";
import { Projector } from "@/lib/store/projections/projector";
import { announceProjected } from "./changes";

// On globalThis, because Next bundles routes and instrumentation separately.
const shared = globalThis as typeof globalThis & { playheadProjector?: Projector };

/** The process's only projector. Behind a door there is none: the door's log thread projects. */
export function projector(): Projector {
  shared.playheadProjector ??= new Projector(store(), { onProjected: announceProjected });
  return shared.playheadProjector;
}
