import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import type { Projection } from "./projection";
import { clearListings, saveListings } from "./save-listings";

const { reading, state, folding, rows } = derivationVersions;

/** The variables of conversations, for the lists' filters. */
export const listingsProjection: Projection = {
  name: "listings",
  version: reading + state + folding + rows,
  apply: ({ transaction, store, changes }) => saveListings(transaction, store.dialect, changes),
  forget: clearListings,
};
