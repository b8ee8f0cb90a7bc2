import { z } from "zod";
import { instant } from "@/lib/api/schemas/event";

/** The body of `POST /conversations/{key}/reveal`. */
export const newReveal = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1, "Enter a reason.")
    .max(500, "Use at most 500 characters.")
    .describe("Why you need the personal data; recorded in the audit log."),
});

export const reveal = z.object({ until: instant.describe("From then on, the conversation is masked again.") });

/** `GET /conversations/{key}/reveal`. */
export const revealState = z.object({
  allowed: z.boolean().describe("Whether you may unmask the conversation."),
  until: instant.nullable().describe("Until when it is unmasked for you; null if it is not."),
  remainingSeconds: z.int().nullable().describe("Until then, for clients whose clock is wrong."),
});

export type RevealState = z.output<typeof revealState>;
