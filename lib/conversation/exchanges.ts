import type { Event } from "@/lib/events/event";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { readMessage } from "@/lib/messages/read-message";
import { variableAssignments } from "@/lib/messages/variable-assignments";
import { millisecondsBetween } from "@/lib/time/instant";
import { ExchangeBook } from "./exchange-book";

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

const eventsBetweenPauses = 50;

/**
 * Joins each prompt of a conversation with its answer, in the order of the prompts; `events` in timeline order. A plain text of
 * the bot counts as a prompt when what the visitor typed next went into a variable. Never throws.
 */
export function pairExchanges(events: readonly Event[]): Exchange[] {
  const pairing = pairingOf(events);
  for (;;) {
    const step = pairing.next();
    if (step.done) return step.value;
  }
}

/** The same with pauses (`yield`) every few milliseconds, for a page that must stay usable meanwhile. */
export function* pairingOf(events: readonly Event[]): Generator<undefined, Exchange[]> {
  const book = new ExchangeBook();
  for (const [index, event] of events.entries()) {
    if (index % eventsBetweenPauses === 0) yield;
    const payload = fieldsOf(event.payload);
    if (event.type === "message") record(book, event, payload.message);
    if (event.type === "variables") book.set(variableAssignments.safeParse(payload.variables).data ?? []);
  }
  return book.entries().map(({ event, answer, outcome, variables }) => ({
    promptId: event.id,
    answerId: answer?.id ?? null,
    outcome,
    afterMs: answer === null ? null : millisecondsBetween(event.occurredAt, answer.occurredAt),
    variables,
  }));
}

function record(book: ExchangeBook, event: Event, sent: unknown): void {
  const message = readMessage(sent);
  const type = message.sentType?.trim().toLowerCase() ?? "";
  if (type.endsWith(".response")) book.respond(event, type, message);
  else if (event.actor?.type === "visitor") book.type(event, message);
  else book.say(event, message);
}

function fieldsOf(payload: unknown): Record<string, unknown> {
  return typeof payload === "object" && payload !== null ? { ...payload } : {};
}
