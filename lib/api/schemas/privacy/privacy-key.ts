import { z } from "zod";

/** `GET /privacy/key`. */
export const privacyKey = z.object({
  algorithm: z.literal("Ed25519"),
  publicKey: z.string().describe("In PEM."),
});

export type PrivacyKey = z.infer<typeof privacyKey>;
