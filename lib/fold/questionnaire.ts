import { TextBudget } from "@/lib/conversation/cut-beyond";
import { type Exchange, Pairing } from "@/lib/conversation/prompts/exchanges";
import { questionOf } from "@/lib/conversation/prompts/question-of";
import { eventLines } from "@/lib/event-types/event-lines";
import type { Actor, Event } from "@/lib/events/event";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { readMessage } from "@/lib/messages/read-message";
import { plainLines } from "@/lib/text/plain-lines";

/** A question of a conversation and its outcome. Instants are ISO 8601 UTC with six decimals. */
export interface Question {
  promptId: string;
  askedAt: string;
  by: Actor | null;
  /** The message type as sent: `button`, `form`, `text` … */
  type: string;
  /** Without its choices; line breaks are kept. */
  question: string;
  outcome: Exchange["outcome"];
  answerId: string | null;
  answeredAt: string | null;
  /** For the outcome "typed": what was typed; line breaks are kept. */
  answer: string | null;
  /** From question to answer, in milliseconds with decimals. */
  afterMs: number | null;
  /** The variables set by the answer. */
  variables: VariableAssignment[];
}

/** The questions of a conversation with their answers, in order; `exchanges` are those of `events`. */
export function questionnaire(events: readonly Event[], exchanges: readonly Exchange[]): Question[] {
  const questions = new QuestionReader(exchanges);
  for (const event of events) questions.add(event);
  return questions.read();
}

/** Builds questions from exchanges and their events, and keeps only the required parts of the events. */
export class QuestionReader {
  private readonly prompts: ReadonlySet<string>;
  private readonly answers: ReadonlySet<string | null>;
  private readonly asked = new Map<string, Pick<Question, "askedAt" | "by" | "type" | "question">>();
  private readonly answered = new Map<string | null, Pick<Question, "answeredAt" | "answer">>();
  private readonly budget = new TextBudget();

  constructor(private readonly exchanges: readonly Exchange[]) {
    this.prompts = new Set(exchanges.map(({ promptId }) => promptId));
    this.answers = new Set(exchanges.map(({ answerId }) => answerId));
  }

  add(event: Event): void {
    const { id, occurredAt, actor, messageType } = event;
    if (this.prompts.has(id)) {
      const question = this.budget.take(questionText(event), id);
      this.asked.set(id, { askedAt: occurredAt, by: actor, type: messageType ?? "unknown", question });
    }
    if (this.answers.has(id))
      this.answered.set(id, { answeredAt: occurredAt, answer: this.budget.take(eventLines(event), id) });
  }

  read(): Question[] {
    return this.exchanges.flatMap(({ promptId, answerId, outcome, afterMs, variables }) => {
      const asked = this.asked.get(promptId);
      if (asked === undefined) return [];
      const { answeredAt, answer } = this.answered.get(answerId) ?? { answeredAt: null, answer: null };
      return { promptId, ...asked, outcome, answerId, answeredAt, answer, afterMs, variables };
    });
  }
}

const eventsBetweenPauses = 50;

/** Builds the questionnaire with a `yield` every few milliseconds, to keep the page responsive. */
export function* readingQuestions(events: readonly Event[]): Generator<undefined, Question[]> {
  const pairing = new Pairing();
  for (const [place, event] of events.entries()) {
    if (place % eventsBetweenPauses === 0) yield;
    pairing.add(event);
  }
  return questionnaire(events, pairing.exchanges());
}

function questionText({ payload, text }: Pick<Event, "payload" | "text">): string {
  const sent = typeof payload === "object" && payload !== null && "message" in payload ? payload.message : null;
  return questionOf(readMessage(sent), plainLines, text);
}
