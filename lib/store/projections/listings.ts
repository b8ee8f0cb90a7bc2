import "server-only";
import { derivationVersions } from "@/lib/conversation/derivation-versions";
import type { Projection } from "./projection";
import { clearListings, saveListings } from "./save-listings";

const { reading, state, folding, rows } = derivationVersions;

/** What lists filter by and a conversation has several of: variables, labels, message types. */
export const listingsProjection: Projection = {
  name: "listings",
  version: reading + state + folding + rows,
  apply: ({ transaction, store, changes }) => saveListings(transaction, store.dialect, changes),
  forget: clearListings,
};
