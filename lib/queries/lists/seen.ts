import "server-only";
import type { Event } from "@/lib/events/event";
import { maskTitle, maskValues } from "@/lib/masking/mask-conversation";
import { maskText } from "@/lib/masking/mask-text";
import { toEvent } from "@/lib/store/log/read-log";
import type { ConversationHead } from "@/lib/store/reads/read-conversation-heads";
import type { LogEntry } from "@/lib/store/reads/read-entries";
import type { Masks } from "@/lib/store/reads/read-masks";

type Titled = Pick<ConversationHead, "id" | "title" | "visitorName" | "visitorEmail" | "visitorPhone">;

/** The title of a conversation, masked unless the viewer sees everything. */
export function titleSeen({ id, title, ...visitor }: Titled, masks: Masks | null): string {
  if (masks === null) return title;
  const { visitorName, visitorEmail, visitorPhone } = visitor;
  return maskTitle({ title, names: [visitorName, visitorEmail, visitorPhone] }, masks.of(id));
}

/** A text about a conversation, masked unless the viewer sees everything. */
export function textSeen(conversationId: bigint, text: string, masks: Masks | null): string {
  return masks === null ? text : maskText(text, masks.of(conversationId).known);
}

/** Variables of a conversation, masked unless the viewer sees everything. */
export function valuesSeen(
  conversationId: bigint,
  values: Record<string, unknown>,
  masks: Masks | null,
): Record<string, unknown> {
  return masks === null ? values : maskValues(values, masks.of(conversationId));
}

/** A stored event, masked unless the viewer sees everything. */
export function eventSeen({ conversationId, ...row }: Omit<LogEntry, "occurredAt">, masks: Masks | null): Event {
  const event = toEvent(row);
  const [seen = event] = masks?.events(conversationId, [event]) ?? [];
  return seen;
}
