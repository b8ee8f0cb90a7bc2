import "server-only";
import { conversationProjection } from "./conversation";
import { directoryProjection } from "./directory";
import { factsProjection } from "./facts";
import { letterPairsProjection } from "./letter-pairs";
import { listingsProjection } from "./listings";
import { maskingProjection } from "./masking/masking";
import type { Projection } from "./projection";
import { searchProjection } from "./search";
import { stepsProjection } from "./steps";
import { stuckProjection } from "./stuck";
import { unfamiliarProjection } from "./unfamiliar";

/** All projections of the event log, in the order in which they are applied. */
export const projections: readonly Projection[] = [
  searchProjection,
  conversationProjection,
  listingsProjection,
  factsProjection,
  stepsProjection,
  stuckProjection,
  directoryProjection,
  letterPairsProjection,
  maskingProjection,
  unfamiliarProjection,
];
