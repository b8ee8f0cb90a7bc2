import { z } from "zod";

const permission = z.enum(["read", "personal", "raw", "export", "operate", "manage"]);

/** `GET /me`. */
export const me = z.object({
  kind: z.enum(["user", "token"]).describe("Whether the request has a session or an API token."),
  name: z.string().describe("The user's or the token's name."),
  email: z.string().nullable().describe("Of a user."),
  role: z.enum(["admin", "member"]).nullable().describe("Of a user."),
  permissions: z
    .array(permission)
    .describe(
      "`read`: conversations, visitors and changes. `personal`: personal data, unmasked. `raw`: deliveries and exact texts. `export`: exports. `operate`: edit quarantined deliveries and manage webhook tokens. `manage`: users, other users' API tokens and shared views.",
    ),
});

export type Me = z.output<typeof me>;
export type Permission = z.output<typeof permission>;
