/** The actor of an event. `type` is as sent: bot, user (an agent), visitor, team, system, or an unknown one. */
export interface Actor {
  type: string;
  id: string | null;
  email: string | null;
  name: string | null;
}

/** The fields of a delivered event around its payload (support-hunt/webhook.md §2). Ids are converted to text. */
export interface Envelope {
  conversation: { key: string; id: string | null };
  account: { key: string; id: string | null };
  botId: string | null;
  visitor: { key: string; id: string | null };
}

/**
 * One stored event. Plain JSON, used by the fold, the API, the page and its cache. Order within a conversation: `occurredAt`,
 * then `id` (a decimal integer, compared as a number).
 */
export interface Event {
  id: string;
  type: string;
  messageType: string | null;
  /** The sender's timestamp, ISO 8601 UTC with six decimals, so that text order is time order. */
  occurredAt: string;
  receivedAt: string;
  actor: Actor | null;
  payload: unknown;
  /** One-line text. */
  text: string;
  recognised: boolean;
  deliveryId: string;
  /** E-mail address of the admin who edited the delivery's body; null for an event as the platform sent it. */
  editedBy: string | null;
  envelope: Envelope;
  /** A message of the visitor that asks for a human. Only known where events are read from the log. */
  asksForHuman?: true | undefined;
  /** When its content was erased, ISO 8601 UTC; missing if it was not. The payload then has only kinds, ids and times. */
  erasedAt?: string | undefined;
  /** Personal data in it is masked. */
  masked?: true | undefined;
}
