/**
 * Versions of all derivation code. Raise a number whenever a change makes the same events give another result. Every installation
 * then rebuilds the projections that depend on it, automatically and in the background; lib/store/projections/projections.ts
 * lists these dependencies.
 */
export const derivationVersions = {
  /** Parsing of events: envelope, payload, one-line text, known types. lib/events, lib/messages */
  reading: 6,
  /** Effects of events on a conversation's state. lib/conversation */
  state: 10,
  /** Normalization of texts for search. lib/search */
  folding: 2,
  /** Columns and rows derived from events and states. lib/store */
  rows: 4,
  /** Which values lists filter by and count, of a conversation's row and state. lib/store/projections/facet-sets/facet-set.ts */
  facets: 1,
  /** What metrics count of a conversation's state. lib/conversation/facts.ts */
  facts: 1,
  /** Prompts shown and what became of them, of a conversation's state. lib/conversation/steps */
  steps: 1,
  /** Who is stuck, of a conversation's state. lib/conversation/stuck */
  stuck: 1,
  /** What is masked, and how. lib/masking */
  masking: 4,
};
