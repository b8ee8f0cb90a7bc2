import { type FoldState, foldFormat } from "./fold-state";

/** A state as the text that the store keeps. */
export function writeSnapshot(state: FoldState): string {
  return JSON.stringify(state);
}

/** The state that a snapshot holds; null when it was written in another format, so that the conversation is folded anew. */
export function readSnapshot(snapshot: string): FoldState | null {
  // The only writer is writeSnapshot, and the format says whose shape it has.
  const state = JSON.parse(snapshot) as FoldState;
  return state.format === foldFormat ? state : null;
}
