import { givenChoices } from "@/lib/conversation/choices";
import type { Conversation } from "@/lib/conversation/conversation";
import { type Exchange, Pairing } from "@/lib/conversation/exchanges";
import { actorName } from "@/lib/events/actor-name";
import type { Actor, Event } from "@/lib/events/event";
import { eventLines } from "@/lib/events/event-lines";
import { plainSentence, sentenceOf } from "@/lib/events/sentence";
import { literalLine } from "@/lib/messages/plain-text";

/** A conversation to be read on paper: its head, and a line an event. */
export interface Transcript {
  title: string;
  facts: { name: string; value: string }[];
  lines: Iterable<TranscriptLine>;
}

export interface TranscriptLine {
  /** `2023-09-01 14:13:32` (UTC). */
  at: string;
  /** A message or a note has a speaker; what the platform did has none. */
  speaker: string | null;
  isNote: boolean;
  /** The visitor stands at the left, everybody else at the right. */
  isVisitor: boolean;
  /** What is said, in the lines that a page shows. */
  said: () => string;
  event: Event;
  /** The prompt that it is, and what became of it. */
  exchange: Exchange | null;
  /** What was chosen or filled in, as `givenChoices` reads it. */
  given: readonly string[];
  /** Who edited the event, and where the log contradicts itself right after it. */
  warnings: readonly { name: string; value: string }[];
}

/** A pause of the bot is told, but nobody said it. */
function isSpoken({ type, messageType }: Event): boolean {
  return type === "note" || (type === "message" && messageType?.trim().toLowerCase() !== "delay");
}

const eventsBetweenPauses = 20;

/** What every form of a transcript holds. `events` in timeline order. Pauses (`yield`) while it reads. */
export function* readTranscript(conversation: Conversation, events: readonly Event[]): Generator<string, Transcript> {
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
  ].flatMap(([name, value]) => (name && value ? [{ name, value: literalLine(value) }] : []));
  const pairing = new Pairing();
  for (const [place, event] of events.entries()) {
    if (place % eventsBetweenPauses === 0) yield "";
    pairing.add(event);
  }
  const exchanges = new Map(pairing.exchanges().map((exchange) => [exchange.promptId, exchange]));
  const gaps = Map.groupBy(conversation.gaps, ({ afterEventId }) => afterEventId);
  const byId = new Map(events.map((event) => [event.id, event]));
  const lineOf = (event: Event): TranscriptLine => {
    const exchange = exchanges.get(event.id) ?? null;
    const answer = exchange?.outcome === "answered" && exchange.answerId ? byId.get(exchange.answerId) : undefined;
    return {
      at: timeOf(event.occurredAt),
      speaker: isSpoken(event) ? literalLine(nameOf(event.actor, conversation)) : null,
      isNote: event.type === "note",
      isVisitor: event.actor?.type === "visitor",
      said: () => saidBy(event, (actor) => nameOf(actor, conversation)),
      event,
      exchange,
      given: answer === undefined ? [] : givenChoices(sentMessage(answer)),
      warnings: [
        ...(event.editedBy === null ? [] : [{ name: "Edited by", value: literalLine(event.editedBy) }]),
        ...(gaps.get(event.id) ?? []).map(({ reason }) => ({ name: "Gap", value: reason })),
      ],
    };
  };
  return { title: literalLine(conversation.title), facts, lines: events.values().map(lineOf) };
}

/** A message or a note in its lines; what the platform did, as the page tells it. */
function saidBy(event: Event, nameActor: (actor: Actor) => string): string {
  if (isSpoken(event) || !event.recognised) return eventLines(event);
  return literalLine(plainSentence(sentenceOf(event, nameActor)));
}

/** The message that an event carries; undefined for one that carries none. */
export function sentMessage({ payload }: Event): unknown {
  return typeof payload === "object" && payload !== null && "message" in payload ? payload.message : undefined;
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
