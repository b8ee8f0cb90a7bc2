import { z } from "zod";

/** Bodies of the second factor's endpoints. */

const text = (max: number) => z.string().max(max, `Use at most ${max} characters.`);

export const secondFactorCode = z.object({ code: text(100).describe("Six digits of the app, or a backup code.") });
export const secondFactorPassword = z.object({ password: text(1000).describe("The current password.") });
export const secondFactorSetup = z.object({
  uri: z.string().describe("For the QR code: otpauth://…"),
  secret: z.string().describe("The same for typing, in base 32."),
  backupCodes: z.array(z.string()),
});
export const backupCodes = z.object({ backupCodes: z.array(z.string()) });
