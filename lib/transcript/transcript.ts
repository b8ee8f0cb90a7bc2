import type { Conversation } from "@/lib/conversation/conversation";
import { givenChoices } from "@/lib/conversation/prompts/choices";
import { type Exchange, Pairing } from "@/lib/conversation/prompts/exchanges";
import { eventLines } from "@/lib/event-types/event-lines";
import { rowOf } from "@/lib/event-types/row-of";
import { plainSentence, sentenceOf } from "@/lib/event-types/sentence";
import { actorName } from "@/lib/events/actor-name";
import type { Actor, Event } from "@/lib/events/event";
import { answerType } from "@/lib/messages/answer-type";
import { readMessage } from "@/lib/messages/read-message";
import { literalLine } from "@/lib/text/plain-text";

/** The head of a transcript. */
export interface TranscriptHead {
  title: string;
  facts: { name: string; value: string }[];
}

/** The end of a transcript: the state after the last event. */
export interface TranscriptEnd {
  variables: { name: string; value: string }[];
}

/** A transcript format, written in chunks. */
export interface TranscriptForm {
  head: (head: TranscriptHead) => string;
  entry: (line: TranscriptLine, before: TranscriptLine | null) => string;
  end: (end: TranscriptEnd) => string;
}

export interface TranscriptLine {
  /** `2023-09-01 14:13:32` (UTC). */
  at: string;
  /** For a message or a note; null for what the platform did. */
  speaker: string | null;
  isNote: boolean;
  /** Visitors are on the left, everybody else on the right. */
  isVisitor: boolean;
  /** The text, with line breaks. */
  said: () => string;
  event: Event;
  /** For a prompt: its outcome. */
  exchange: Exchange | null;
  /** The chosen or filled-in values, as returned by `givenChoices`. */
  given: readonly string[];
  /** Who edited the event, and gaps right after it. */
  warnings: readonly { name: string; value: string }[];
}

/** A pause of the bot is listed without a speaker. */
function isSpoken(event: Event): boolean {
  const row = rowOf(event);
  return row === "note" || (row === "message" && event.messageType?.trim().toLowerCase() !== "delay");
}

/**
 * The content of a transcript in any format. All events are `add`ed in timeline order before the first line is read, because the
 * outcome of a prompt is only known later. Keeps little of each event, so that conversations of any size can be written.
 */
export class TranscriptReader {
  private readonly pairing = new Pairing({ keepsVariables: false });
  /** Chosen and filled-in values, by the id of the message. */
  private readonly given = new Map<string, readonly string[]>();
  private readonly gaps: ReadonlyMap<string, Conversation["gaps"]>;
  private exchanges: ReadonlyMap<string, Exchange> | null = null;

  constructor(private readonly conversation: Conversation) {
    this.gaps = Map.groupBy(conversation.gaps, ({ afterEventId }) => afterEventId);
  }

  add(event: Event): void {
    this.pairing.add(event);
    const message = sentMessage(event);
    if (event.actor?.type !== "visitor" && answerType(readMessage(message)) === null) return;
    const given = givenChoices(message);
    if (given.length > 0) this.given.set(event.id, given);
  }

  head(): TranscriptHead {
    const { key, title, visitor, channel, status, assignee, labels, createdAt, lastEventAt } = this.conversation;
    const facts = [
      ["Conversation", key],
      [
        "Visitor",
        [visitor.name, visitor.email, visitor.phone].filter((known) => known !== null).join(", ") || visitor.key,
      ],
      ["Channel", channel?.name],
      ["Status", status],
      ["Assignee", assignee === null ? null : nameOf(assignee, this.conversation)],
      ["Labels", labels.map(({ id, name }) => name ?? id).join(", ")],
      ["Started", `${timeOf(createdAt)} UTC`],
      ["Last event", `${timeOf(lastEventAt)} UTC`],
    ].flatMap(([name, value]) => (name && value ? [{ name, value: literalLine(value) }] : []));
    return { title: literalLine(title), facts };
  }

  end(): TranscriptEnd {
    const variables = Object.entries(this.conversation.variables).map(([name, { value }]) => ({
      name: literalLine(name),
      value: typeof value === "string" ? value : JSON.stringify(value),
    }));
    return { variables };
  }

  lineOf(event: Event): TranscriptLine {
    this.exchanges ??= new Map(this.pairing.exchanges().map((exchange) => [exchange.promptId, exchange]));
    const exchange = this.exchanges.get(event.id) ?? null;
    const answerId = exchange?.outcome === "answered" ? exchange.answerId : null;
    return {
      at: timeOf(event.occurredAt),
      speaker: isSpoken(event) ? literalLine(nameOf(event.actor, this.conversation)) : null,
      isNote: rowOf(event) === "note",
      isVisitor: event.actor?.type === "visitor",
      said: () => saidBy(event, (actor) => nameOf(actor, this.conversation)),
      event,
      exchange,
      given: answerId === null ? [] : (this.given.get(answerId) ?? []),
      warnings: [
        ...(event.editedBy === null ? [] : [{ name: "Edited by", value: literalLine(event.editedBy) }]),
        ...(this.gaps.get(event.id) ?? []).map(({ reason }) => ({ name: "Gap", value: reason })),
      ],
    };
  }
}

/** The text of a message or note with line breaks; else the event's sentence as on the page. */
function saidBy(event: Event, nameActor: (actor: Actor) => string): string {
  if (isSpoken(event) || !event.recognised) return eventLines(event);
  return literalLine(plainSentence(sentenceOf(event, nameActor)));
}

/** The message of an event; undefined if it has none. */
export function sentMessage({ payload }: Event): unknown {
  return typeof payload === "object" && payload !== null && "message" in payload ? payload.message : undefined;
}

/** The display name of an actor, with the bot's and visitor's names from the conversation. */
function nameOf(actor: Actor | null, { visitor, bot }: Conversation): string {
  if (actor === null) return "Unknown";
  const name = actor.name ?? { visitor: visitor.name, bot: bot?.name }[actor.type] ?? null;
  return actorName({ ...actor, name });
}

function timeOf(iso: string): string {
  return iso.slice(0, 19).replace("T", " ");
}
