/** Who did something. `type` is the sender's word: bot, user (an agent), visitor, team, system, or one not seen yet. */
export interface Actor {
  type: string;
  id: string | null;
  email: string | null;
  name: string | null;
}

/** What stands around an event in a delivery (support-hunt/webhook.md §2). Ids are text here, whatever the sender used. */
export interface Envelope {
  conversation: { key: string; id: string | null };
  account: { key: string; id: string | null };
  botId: string | null;
  visitor: { key: string; id: string | null };
}

/**
 * One stored event as every reader sees it. Plain JSON: the same value serves the fold, the API, the page and its cache.
 * Order within a conversation: `occurredAt`, then `id` (a decimal integer, compared as a number).
 */
export interface Event {
  id: string;
  type: string;
  messageType: string | null;
  /** The sender's clock, ISO 8601 UTC with six decimals, so that text order is time order. */
  occurredAt: string;
  receivedAt: string;
  actor: Actor | null;
  payload: unknown;
  /** What a person would read in one line. */
  text: string;
  recognised: boolean;
  deliveryId: string;
  /** E-mail address of the admin who edited the body that brought it; null for an event as the platform sent it. */
  editedBy: string | null;
  envelope: Envelope;
}
