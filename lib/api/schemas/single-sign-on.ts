import { z } from "zod";

/** Begins a sign-in with the identity provider. */
export const singleSignOn = z.object({
  next: z.string().max(2000).optional().describe("The path to open afterwards."),
  invitation: z.string().max(100).optional().describe("The secret of an invitation."),
});
