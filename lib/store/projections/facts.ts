import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import type { Projection } from "./projection";
import { forgetFacts, saveFacts, sweepFacts } from "./save-facts";

const { reading, state, facts } = derivationVersions;

/** The facts that metrics count. */
export const factsProjection: Projection = {
  name: "facts",
  version: reading + state + facts,
  apply: ({ transaction, store, changes }) => saveFacts(transaction, store.dialect, changes),
  forget: forgetFacts,
  sweep: sweepFacts,
};
