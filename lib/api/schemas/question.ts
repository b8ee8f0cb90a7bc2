import { z } from "zod";
import { actor, instant } from "./event";

/** A question in a conversation and its outcome. */
export const question = z.object({
  promptId: z.string(),
  askedAt: instant,
  by: actor.nullable(),
  type: z.string().describe("The message type, as the platform names it."),
  question: z.string(),
  outcome: z.enum(["answered", "typed", "unanswered"]).describe("`typed`: the visitor typed a different reply."),
  answerId: z.string().nullable(),
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  afterMs: z.number().nullable().describe("The time from question to answer, in milliseconds."),
  variables: z
    .array(z.object({ name: z.string(), value: z.unknown(), type: z.string().nullable() }))
    .describe("The variables that the answer set."),
});

export const questions = z.object({ data: z.array(question) });

export const questionsFormat = z.enum(["json", "csv"], 'must be "json" or "csv"');
