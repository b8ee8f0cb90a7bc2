import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import type { Projection } from "./projection";
import { clearUnfamiliar, saveUnfamiliar } from "./save-unfamiliar";

const { reading, rows } = derivationVersions;

/** Unfamiliar parts of events. It keeps counts, so each event must be applied exactly once. */
export const unfamiliarProjection: Projection = {
  name: "unfamiliar",
  version: reading + rows,
  apply: ({ transaction, store, events, rebuild }) => {
    const counted = rebuild === null ? events : events.filter(({ id }) => id <= rebuild.appliedUpTo);
    return saveUnfamiliar(transaction, store, counted);
  },
  reset: clearUnfamiliar,
};
