/**
 * Versions of everything that stored derivations depend on. Raise the number of what you change whenever the same events would
 * give another result. Each installation then rebuilds the projections that depend on it, by itself and in the background:
 * lib/store/projections/projections.ts says which those are.
 */
export const derivationVersions = {
  /** How an event is read: envelope, payload, one-line text, which types are known. lib/events, lib/messages */
  reading: 5,
  /** What events do to a conversation's state. lib/conversation */
  state: 7,
  /** How texts are folded for search. lib/search */
  folding: 2,
  /** Which columns and rows are made from events and states. lib/store */
  rows: 4,
  /** Which values lists filter by and count, of a conversation's row and state. lib/store/projections/facet-set.ts */
  facets: 1,
};
