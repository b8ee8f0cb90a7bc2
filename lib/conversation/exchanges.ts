import type { Event } from "@/lib/events/event";
import { answerType } from "@/lib/messages/answer-type";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { variableAssignments } from "@/lib/messages/parts/variable-assignments";
import { readMessage } from "@/lib/messages/read-message";
import { millisecondsBetween } from "@/lib/time/instant";
import { ExchangeBook, type ExchangeOptions } from "./exchange-book";

/** A prompt and what became of it. */
export interface Exchange {
  promptId: string;
  answerId: string | null;
  /** "typed": the visitor typed something instead of choosing or filling in. */
  outcome: "answered" | "typed" | "unanswered";
  /** From prompt to answer, in milliseconds with decimals. */
  afterMs: number | null;
  /** What the answer set: the variables that it carries, and those that events set to what was answered. */
  variables: VariableAssignment[];
}

/**
 * Joins each prompt of a conversation with its answer, in the order of the prompts; `events` in timeline order. A plain text of
 * the bot counts as a prompt when what the visitor typed next went into a variable. Never throws.
 */
export function pairExchanges(events: readonly Event[]): Exchange[] {
  const pairing = new Pairing();
  for (const event of events) pairing.add(event);
  return pairing.exchanges();
}

/** The same, an event after the other, for a conversation that goes on. */
export class Pairing {
  private readonly book: ExchangeBook;

  constructor(options: ExchangeOptions = {}) {
    this.book = new ExchangeBook(options);
  }

  add(event: Event): void {
    const payload = fieldsOf(event.payload);
    if (event.type === "message") record(this.book, event, payload.message);
    if (event.type === "variables") this.book.set(variableAssignments.safeParse(payload.variables).data ?? []);
  }

  /** What became of the prompts so far. */
  exchanges(): Exchange[] {
    return this.book.entries().map(({ asked, answer, outcome, variables }) => ({
      promptId: asked.id,
      answerId: answer?.id ?? null,
      outcome,
      afterMs: answer === null ? null : millisecondsBetween(asked.occurredAt, answer.occurredAt),
      variables: [...variables],
    }));
  }
}

function record(book: ExchangeBook, event: Event, sent: unknown): void {
  const message = readMessage(sent);
  const answer = answerType(message);
  if (answer !== null) book.respond(event, answer, message);
  else if (message.type === "reaction" || message.type === "system") return;
  else if (event.actor?.type === "visitor") book.type(event, message);
  else book.say(event, message);
}

function fieldsOf(payload: unknown): Record<string, unknown> {
  return typeof payload === "object" && payload !== null ? { ...payload } : {};
}
