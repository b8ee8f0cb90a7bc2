import { z } from "zod";
import { done } from "./done";

/** Request and response bodies of `/api/v1/settings/…`. */

const text = (max: number) => z.string().max(max, `Use at most ${max} characters.`);
const name = text(100).trim().min(1, "Enter a name.");
const role = z.enum(["admin", "member"]);

export const passwordChange = z.object({
  currentPassword: text(1000),
  newPassword: text(1000),
  revokeTokens: z.boolean().default(false).describe("Also revoke your API tokens."),
});
export const newToken = z.object({ name });
export const newUser = z.object({ name, email: text(254).trim().min(1, "Enter an e-mail address."), role });
export const userChange = z.union([
  z.object({ role }),
  z.object({ password: z.literal("generate").describe("Replace the password by a generated one.") }),
]);
export const firstAccount = z.object({ code: text(100), name: text(1000), email: text(1000), password: text(1000) });

export const createdToken = z.object({ id: z.string(), token: z.string() });
export const createdPassword = z.object({ password: z.string() });
export const userChanged = z.union([createdPassword, done]);
