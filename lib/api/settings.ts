import { z } from "zod";

/** Bodies and answers of `/api/v1/settings/…`, which only the pages' own forms call. */

const text = (max: number) => z.string().max(max, `Use at most ${max} characters.`);
const name = text(100).trim().min(1, "Enter a name.");
const role = z.enum(["admin", "member"]);

export const passwordChange = z.object({
  currentPassword: text(1000),
  newPassword: text(1000),
  revokeTokens: z.boolean().default(false),
});
export const newToken = z.object({ name });
export const newUser = z.object({ name, email: text(254).trim().min(1, "Enter an e-mail address."), role });
export const userChange = z.union([z.object({ role }), z.object({ password: z.literal("generate") })]);
export const firstAccount = z.object({ code: text(100), name: text(1000), email: text(1000), password: text(1000) });

export const done = z.object({ ok: z.literal(true) });
export const madeToken = z.object({ id: z.string(), token: z.string() });
export const madePassword = z.object({ password: z.string() });
