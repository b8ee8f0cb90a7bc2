import { z } from "zod";
import { actor, instant } from "./event";

/** A question of a conversation and what became of it. */
export const question = z.object({
  promptId: z.string(),
  askedAt: instant,
  by: actor.nullable(),
  /** The sender's word for the message type. */
  type: z.string(),
  question: z.string(),
  outcome: z.enum(["answered", "typed", "unanswered"]).describe("`typed`: something else was typed instead."),
  answerId: z.string().nullable(),
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  afterMs: z.number().nullable().describe("From question to answer, in milliseconds."),
  variables: z
    .array(z.object({ name: z.string(), value: z.unknown(), type: z.string().nullable() }))
    .describe("What the answer set."),
});

export const questions = z.object({ data: z.array(question) });

export const questionsFormat = z.enum(["json", "csv"], 'must be "json" or "csv"');
