import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";
import { messageIds } from "@/lib/messages/message-ids";
import { type QuotedMessage, quotedMessage } from "@/lib/messages/parts/quoted-message";
import { readMessage } from "@/lib/messages/read-message";
import { payloadField } from "./payload-field";

/** A reaction to a message. */
export interface Reaction {
  emoji: string;
  event: Event;
  /** Its index in the timeline. */
  index: number;
}

/** The message that a message replies to. */
export interface Quoted extends QuotedMessage {
  /** The message, if the conversation contains it. */
  event: Event | null;
}

export interface MessageLinks {
  /** Reactions by the id of the event they refer to, in order, without removed ones. */
  reactions: ReadonlyMap<string, readonly Reaction[]>;
  /** The message that each event replies or reacts to, by the event's id. */
  quotes: ReadonlyMap<string, Quoted>;
}

/** Resolves replies and reactions by the messenger's message ids. Linear in the number of events. */
export function linkMessages(events: readonly Event[]): MessageLinks {
  const known = new Map<string, Event>();
  const reactions = new Map<string, Reaction[]>();
  const quotes = new Map<string, Quoted>();
  for (const [index, event] of events.entries()) {
    if (rowOf(event) !== "message") continue;
    const sent = payloadField(event.payload, "message");
    const message = readMessage(sent);
    if (message.recognised && message.type === "reaction") {
      const { emoji, messageId } = message.content;
      const target = known.get(messageId) ?? null;
      if (target === null) continue;
      quotes.set(event.id, { id: messageId, text: target.text, event: target });
      react(reactions, target, { emoji, event, index });
      continue;
    }
    const quoted = quotedMessage(sent, event.payload);
    if (quoted !== null) {
      const target = known.get(quoted.id) ?? null;
      quotes.set(event.id, { ...quoted, text: target?.text || quoted.text, event: target });
    }
    for (const id of messageIds(sent, event.payload)) if (!known.has(id)) known.set(id, event);
  }
  return { reactions, quotes };
}

/** A person has one reaction per message: a new one replaces it, one without an emoji removes it. */
function react(reactions: Map<string, Reaction[]>, target: Event, reaction: Reaction): void {
  const others = (reactions.get(target.id) ?? []).filter(({ event }) => !isSameSender(event, reaction.event));
  reactions.set(target.id, reaction.emoji === "" ? others : [...others, reaction]);
}

function isSameSender({ actor: a }: Event, { actor: b }: Event): boolean {
  return a?.type === b?.type && a?.id === b?.id && a?.email === b?.email;
}
