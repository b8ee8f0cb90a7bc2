import { z } from "zod";
import { instant } from "./event";

const key = z.string().min(1, "Enter a key.").max(512, "Use at most 512 characters.").optional();

/** `POST /privacy/holds`. */
export const newHold = z
  .strictObject({
    visitorKey: key.describe("The visitor: the hold also covers all of their conversations, and later ones."),
    conversationKey: key.describe("One conversation."),
    reason: z.string().trim().min(1, "Enter a reason.").max(1000, "Use at most 1000 characters."),
  })
  .refine(({ visitorKey, conversationKey }) => (visitorKey === undefined) !== (conversationKey === undefined), {
    error: "Enter either visitorKey or conversationKey.",
    path: ["visitorKey"],
  });

export const createdHold = z.object({ id: z.string() });

const hold = z.object({
  id: z.string(),
  subject: z.object({
    type: z.enum(["visitor", "conversation"]),
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
