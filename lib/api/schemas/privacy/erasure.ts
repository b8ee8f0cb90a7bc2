import { z } from "zod";
import { instant } from "@/lib/api/schemas/event";

/** A key of the subject of an erasure or a legal hold: a request has one of two. */
export const subjectKey = z.string().min(1, "Enter a key.").max(512, "Use at most 512 characters.").optional();
export const subjectType = z.enum(["visitor", "conversation"]);
export const reason = z.string().trim().min(1, "Enter a reason.").max(1000, "Use at most 1000 characters.");
export const mode = z
  .enum(["content", "whole"])
  .describe("`content`: events keep kinds, ids and times, so that counts stay exact. `whole`: they are deleted.");

export interface SubjectKeys {
  visitorKey?: string | undefined;
  conversationKey?: string | undefined;
}

export function hasOneSubject({ visitorKey, conversationKey }: SubjectKeys): boolean {
  return (visitorKey === undefined) !== (conversationKey === undefined);
}

export const notOneSubject = { error: "Enter either visitorKey or conversationKey.", path: ["visitorKey"] };

/** `POST /privacy/erasures`. */
export const newErasure = z
  .strictObject({
    visitorKey: subjectKey.describe("The visitor, with all of their conversations."),
    conversationKey: subjectKey.describe("One conversation."),
    mode,
    reason,
    refuseFuture: z.boolean().default(false).describe("Refuse later events of this visitor, too."),
  })
  .refine(hasOneSubject, notOneSubject)
  .refine(({ conversationKey, refuseFuture }) => conversationKey === undefined || !refuseFuture, {
    error: "Only events of a visitor can be refused.",
    path: ["refuseFuture"],
  });

export const createdErasure = z.object({ id: z.string() });

const facts = {
  id: z.string(),
  subject: z.object({
    type: subjectType,
    key: z.string().nullable().describe("Null once it is done."),
  }),
  mode,
  reason: z.string().nullable().describe("Null without the permission `personal`."),
  refuseFuture: z.boolean(),
  requestedBy: z.string().describe("E-mail address of the user who requested it."),
  requestedAt: instant,
  state: z.enum(["running", "done", "failed"]),
  found: z.int().describe("Number of events found."),
  erased: z.int().describe("Number of them erased so far."),
  remaining: z.int(),
  error: z.string().nullable().describe("Why it failed."),
  doneAt: instant.nullable(),
};

/** `GET /privacy/erasures/{id}`. */
export const erasure = z.object({
  ...facts,
  receipt: z.string().nullable().describe("JSON, signed: see `GET /privacy/key`. Null until it is done."),
});

/** `GET /privacy/erasures`, newest first. */
export const erasureList = z.object({ data: z.array(z.object(facts)) });

export type ErasureAnswer = z.output<typeof erasure>;
