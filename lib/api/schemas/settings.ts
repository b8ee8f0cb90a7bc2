import { z } from "zod";
import { permissionsThatRead, roles } from "@/lib/access/permissions";
import { scopeSchema } from "@/lib/access/stored-access";
import { done } from "./done";
import { instant } from "./event";

/** Request and response bodies of `/api/v1/settings/…`. */

const text = (max: number) => z.string().max(max, `Use at most ${max} characters.`);
const name = text(100).trim().min(1, "Enter a name.");
const role = z.enum(roles);

export const passwordChange = z.object({
  currentPassword: text(1000),
  newPassword: text(1000),
  revokeTokens: z.boolean().default(false).describe("Also revoke your API tokens."),
});

/** A webhook token. */
export const newToken = z.object({ name });

export const newApiToken = z.object({
  name,
  permissions: z
    .array(z.enum(permissionsThatRead))
    .min(1, "Choose at least one permission.")
    .optional()
    .describe("Tokens only read. All that you have, if omitted."),
  scope: scopeSchema.optional().describe("Yours, if omitted."),
  expiresAt: z.iso
    .datetime({ offset: true, error: "Enter a date and time in ISO 8601, such as 2027-01-31T00:00:00Z." })
    .refine((iso) => Date.parse(iso) > Date.now(), "Enter a time in the future.")
    .nullable()
    .optional()
    .describe("Null for never; in 90 days if omitted."),
});

export const newUser = z.object({
  name,
  email: text(254).trim().min(1, "Enter an e-mail address."),
  role,
  scope: scopeSchema.optional().describe("Everything, if omitted."),
  invite: z.boolean().default(false).describe("Return a one-time link to set a password, rather than a password."),
});

export const userChange = z.union([
  z.strictObject({ role, scope: scopeSchema.optional() }),
  z.strictObject({ scope: scopeSchema }),
  z.strictObject({ password: z.literal("generate").describe("Replace the password by a generated one.") }),
  z.strictObject({ invitation: z.literal("renew").describe("Make a new one-time link.") }),
]);
export const firstAccount = z.object({ code: text(100), name: text(1000), email: text(1000), password: text(1000) });
export const acceptedInvitation = z.object({ secret: text(1000), password: text(1000) });

export const createdToken = z.object({ id: z.string(), token: z.string() });

const createdPassword = z.object({ password: z.string() });
const createdInvitation = z.object({
  inviteUrl: z.string().describe("Valid once."),
  expiresAt: instant,
});
const newId = { id: z.string() };
export const createdUser = z.union([createdPassword.extend(newId), createdInvitation.extend(newId)]);
export const userChanged = z.union([createdPassword, createdInvitation, done]);

export const userList = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      role: role.nullable().describe("Null for one that this version does not know: it grants nothing."),
      scope: scopeSchema,
      createdAt: instant,
      lastSeenAt: instant.nullable().describe("Accurate to minutes; null if never."),
      sessionCount: z.int().describe("On how many devices the user is signed in."),
      hasSecondFactor: z.boolean().describe("Whether signing in with the password also needs a code."),
      invitedUntil: instant.nullable().describe("When the invitation ends, if it is open."),
    }),
  ),
});
