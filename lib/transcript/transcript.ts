import type { Conversation } from "@/lib/conversation/conversation";
import { actorName } from "@/lib/events/actor-name";
import type { Actor, Event } from "@/lib/events/event";

/** A conversation to be read on paper: its head, and a line an event. */
export interface Transcript {
  title: string;
  facts: { name: string; value: string }[];
  lines: TranscriptLine[];
}

export interface TranscriptLine {
  /** `2023-09-01 14:13:32` (UTC). */
  at: string;
  /** A message or a note has a speaker; what the platform did has none. */
  speaker: string | null;
  isNote: boolean;
  text: string;
}

const speaking = ["message", "note"];

/** What every form of a transcript holds. `events` in timeline order. */
export function transcriptOf(conversation: Conversation, events: readonly Event[]): Transcript {
  const { visitor, channel, assignee, labels } = conversation;
  const facts = [
    ["Conversation", conversation.key],
    [
      "Visitor",
      [visitor.name, visitor.email, visitor.phone].filter((known) => known !== null).join(", ") || visitor.key,
    ],
    ["Channel", channel?.name],
    ["Status", conversation.status],
    ["Assignee", assignee === null ? null : nameOf(assignee, conversation)],
    ["Labels", labels.map(({ id, name }) => name ?? id).join(", ")],
    ["Began", `${timeOf(conversation.createdAt)} UTC`],
    ["Last event", `${timeOf(conversation.lastEventAt)} UTC`],
  ].flatMap(([name, value]) => (name && value ? [{ name, value }] : []));
  return { title: conversation.title, facts, lines: events.map((event) => lineOf(event, conversation)) };
}

function lineOf(event: Event, conversation: Conversation): TranscriptLine {
  return {
    at: timeOf(event.occurredAt),
    speaker: speaking.includes(event.type) ? nameOf(event.actor, conversation) : null,
    isNote: event.type === "note",
    text: event.text,
  };
}

/** As the page names them: the conversation knows the bot's name and the visitor's. */
function nameOf(actor: Actor | null, { visitor, bot }: Conversation): string {
  if (actor === null) return "Unknown";
  const name = actor.name ?? { visitor: visitor.name, bot: bot?.name }[actor.type] ?? null;
  return actorName({ ...actor, name });
}

function timeOf(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}
