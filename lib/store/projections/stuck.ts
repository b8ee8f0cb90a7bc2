import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import type { Projection } from "./projection";
import { forgetStuck, saveStuck, sweepStuck } from "./save-stuck";

const { reading, state, folding, stuck } = derivationVersions;

/** What may make open conversations stuck. */
export const stuckProjection: Projection = {
  name: "stuck",
  version: reading + state + folding + stuck,
  apply: ({ transaction, store, changes }) => saveStuck(transaction, store.dialect, changes),
  forget: forgetStuck,
  sweep: sweepStuck,
};
