import { readActor } from "@/lib/events/actor";
import type { Event } from "@/lib/events/event";
import { isRecord } from "@/lib/json/is-record";
import { answerType } from "@/lib/messages/answer-type";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { messageVariables } from "@/lib/messages/message-variables";
import { variableAssignments } from "@/lib/messages/parts/variable-assignments";
import { type ReadMessage, readMessage } from "@/lib/messages/read-message";
import { millisecondsBetween } from "@/lib/time/instant";
import type { Moment } from "../conversation";
import { TextBudget } from "../cut-beyond";
import { emptyBook, type Outcome } from "./prompt-book";
import type { Asked, PromptListener } from "./prompt-listener";
import { PromptMatcher } from "./prompt-matcher";

/** A prompt and its outcome. */
export interface Exchange {
  promptId: string;
  answerId: string | null;
  outcome: Outcome;
  /** From prompt to answer, in milliseconds with decimals. */
  afterMs: number | null;
  /** The variables of the answer, and those that later events set to its value. */
  variables: VariableAssignment[];
}

/**
 * Matches each prompt of a conversation with its answer, in the order of the prompts; `events` are in timeline order. A plain
 * text of the bot counts as a prompt if the text typed next is set as a variable. Never throws.
 */
export function pairExchanges(events: readonly Event[]): Exchange[] {
  const pairing = new Pairing();
  for (const event of events) pairing.add(event);
  return pairing.exchanges();
}

interface PairingOptions {
  /** Whether to keep the variables of answers, which can be as large as the answers. */
  keepsVariables?: boolean;
}

interface Entry {
  asked: Pick<Asked, "eventId" | "at" | "place" | "expectsAnswer">;
  answer: Moment | null;
  outcome: Outcome;
  variables: VariableAssignment[];
}

/** Number of answers whose variables are kept until they are matched. */
const maxAnswers = 16;

/** The same, event by event, for a conversation that continues: keeps the results of the fold's matcher. */
export class Pairing implements PromptListener {
  private readonly matcher = new PromptMatcher(emptyBook(), this);
  private readonly entries = new Map<string, Entry>();
  private readonly budget = new TextBudget();
  private readonly keepsVariables: boolean;
  /** Keyed by the id of the answer. */
  private readonly carried = new Map<string, readonly VariableAssignment[]>();
  /** Messages whose content was erased: what remains of values is not shown. */
  private readonly erased = new Set<string>();

  constructor({ keepsVariables = true }: PairingOptions = {}) {
    this.keepsVariables = keepsVariables;
  }

  add(event: Event): void {
    if (event.erasedAt !== undefined) this.erased.add(event.id);
    const payload = isRecord(event.payload) ? event.payload : {};
    if (event.type === "message") {
      const message = readMessage(payload.message);
      this.carry(event, message);
      this.matcher.message(readActor(payload.message_by), message, event);
    }
    if (event.type === "variables") this.matcher.variables(variableAssignments.safeParse(payload.variables).data ?? []);
  }

  /** The prompts so far, with their outcomes. */
  exchanges(): Exchange[] {
    return [...this.entries.values()]
      .filter(({ asked, outcome }) => asked.expectsAnswer || outcome !== "unanswered")
      .sort((a, b) => a.asked.place - b.asked.place)
      .map(({ asked, answer, outcome, variables }) => ({
        promptId: asked.eventId,
        answerId: answer?.eventId ?? null,
        outcome,
        afterMs: answer === null ? null : millisecondsBetween(asked.at, answer.at),
        variables: [...variables],
      }));
  }

  onPrompt({ eventId, at, place, expectsAnswer }: Asked): void {
    const asked = { eventId, at, place, expectsAnswer };
    this.entries.set(eventId, { asked, answer: null, outcome: "unanswered", variables: [] });
  }

  onOutcome(promptId: string, outcome: Outcome, answer: Moment | null): void {
    const entry = this.entries.get(promptId);
    if (entry === undefined) return;
    // Several files may answer one prompt: the first counts.
    if (entry.outcome !== "answered" || outcome !== "answered") entry.answer = answer;
    entry.outcome = outcome;
    if (answer !== null) this.onVariables(promptId, this.carried.get(answer.eventId) ?? [], answer);
  }

  onCorrection(promptId: string, answer: Moment): void {
    const entry = this.entries.get(promptId);
    if (entry === undefined) return;
    entry.answer = answer;
    entry.variables = [];
    this.onVariables(promptId, this.carried.get(answer.eventId) ?? [], answer);
  }

  /** The first value of a variable counts. */
  onVariables(promptId: string, assignments: readonly VariableAssignment[], { eventId }: Moment): void {
    const entry = this.entries.get(promptId);
    if (entry === undefined || !this.keepsVariables || this.erased.has(eventId)) return;
    const known = new Set(entry.variables.map(({ name }) => name));
    for (const assignment of assignments) {
      if (known.has(assignment.name)) continue;
      known.add(assignment.name);
      entry.variables.push({ ...assignment, value: this.budget.takeValue(assignment.value, eventId) });
    }
  }

  private carry({ id }: Event, message: ReadMessage): void {
    if (!this.keepsVariables || answerType(message) === null) return;
    this.carried.set(id, messageVariables(message));
    const [oldest] = this.carried.keys();
    if (this.carried.size > maxAnswers && oldest !== undefined) this.carried.delete(oldest);
  }
}
