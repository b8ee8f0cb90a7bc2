import { z } from "zod";
import { instant } from "@/lib/api/schemas/event";
import { hasOneSubject, notOneSubject, reason, subjectKey, subjectType } from "./erasure";

/** `POST /privacy/holds`. */
export const newHold = z
  .strictObject({
    visitorKey: subjectKey.describe("The visitor: the hold also covers all of their conversations, and later ones."),
    conversationKey: subjectKey.describe("One conversation."),
    reason,
  })
  .refine(hasOneSubject, notOneSubject);

export const createdHold = z.object({ id: z.string() });

const hold = z.object({
  id: z.string(),
  subject: z.object({
    type: subjectType,
    key: z.string(),
    name: z
      .string()
      .nullable()
      .describe("The visitor's name or the conversation's title, if known. Null without the permission `personal`."),
  }),
  reason: z.string().nullable().describe("Null without the permission `personal`."),
  madeBy: z.string().describe("E-mail address of the user who placed it."),
  createdAt: instant,
});

/** `GET /privacy/holds`, newest first. */
export const holdList = z.object({ data: z.array(hold) });

export type Hold = z.output<typeof hold>;
