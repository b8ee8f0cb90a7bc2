/** An actor as the platform sends it: no name, ids as text or null (docs/support-hunt/webhook.md §2). */
export interface PlatformActor {
  email: string | null;
  id: string | null;
  type: string;
  name?: string;
}

/** One element of a delivery's `events` array (docs/support-hunt/webhook.md §2). */
export interface PlatformEvent {
  event: { type: string; payload: Record<string, unknown> };
  conversation: { key: string; id: number };
  account: { key: string; id: number; bot: { id: number } };
  visitor: { key: string; id: number };
  timestamp: string;
}

/** The message of an event; `payload` is missing in plain text messages. */
export interface PlatformMessage {
  type: string;
  text?: string;
  payload?: Record<string, unknown>;
  /** Added by messengers: message id, the message it replies to, errors. */
  message_id?: string;
  context?: Record<string, unknown>;
  errors?: readonly Record<string, unknown>[];
}

/** Formats microseconds since 1970 as the platform does: UTC without a zone, six decimals. */
export function platformTime(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000);
  const fraction = String(microseconds - seconds * 1_000_000).padStart(6, "0");
  return `${new Date(seconds * 1000).toISOString().slice(0, 19).replace("T", " ")}.${fraction}`;
}
