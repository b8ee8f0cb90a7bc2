import { type FoldState, foldFormat } from "./fold-state";

/** Serializes a state for the store. */
export function writeSnapshot(state: FoldState): string {
  return JSON.stringify(state);
}

/** Parses a snapshot; null if it has another format, so that the conversation is folded again from its log. */
export function readSnapshot(snapshot: string): FoldState | null {
  // Only writeSnapshot writes snapshots, and the format identifies the shape.
  const state = JSON.parse(snapshot) as FoldState;
  return state.format === foldFormat ? state : null;
}
