import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import type { Projection } from "./projection";
import { forgetSteps, saveSteps, sweepSteps } from "./save-steps";

const { reading, state, folding, steps } = derivationVersions;

/** The prompts of the bot, and what became of them. */
export const stepsProjection: Projection = {
  name: "steps",
  version: reading + state + folding + steps,
  apply: ({ transaction, store, changes }) => saveSteps(transaction, store.dialect, changes),
  forget: forgetSteps,
  sweep: sweepSteps,
};
