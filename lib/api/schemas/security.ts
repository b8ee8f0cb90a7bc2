import { z } from "zod";
import { roles } from "@/lib/access/permissions";

/** Settings → Security. */

const hours = z
  .int("Enter a whole number of hours.")
  .min(1, "At least 1 hour.")
  .max(720, "At most 720 hours, which is 30 days.");

const settings = {
  sessionIdleHours: hours.describe("Hours without a request after which a session ends."),
  sessionHours: hours.describe("Hours after which every session ends."),
  passwordSignIn: z.boolean().describe("Whether people can sign in with a password."),
  secondFactorRoles: z.array(z.enum(roles)).describe("Roles that require a second factor."),
};

export const securityChange = z
  .strictObject(settings)
  .partial()
  .describe("Omitted settings stay as they are. They take effect with the next request, also for existing sessions.");

export const security = z.object({
  ...settings,
  oidc: z
    .object({
      name: z.string(),
      issuer: z.string(),
      problem: z.string().nullable().describe("Why the provider cannot be used; null if it answers."),
      allowedDomains: z.array(z.string()),
      roleClaim: z.string().nullable(),
      roleMap: z.array(z.object({ group: z.string(), role: z.enum(roles) })),
      isLinked: z.boolean().describe("Whether your own account is linked with it."),
    })
    .nullable()
    .describe("Single sign-on; null if it is not set up."),
  secondFactors: z
    .array(z.object({ role: z.enum(roles), users: z.int(), protected: z.int() }))
    .describe("Users with a password per role, and how many of them have a second factor."),
});

export type Security = z.infer<typeof security>;
