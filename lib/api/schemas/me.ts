import { z } from "zod";
import { permissions, roles } from "@/lib/access/permissions";
import { scopeSchema } from "@/lib/access/stored-access";

/** `GET /me`. */
export const me = z.object({
  kind: z.enum(["user", "token"]).describe("Whether the request has a session or an API token."),
  name: z.string().describe("The user's or the token's name."),
  email: z.string().nullable().describe("Of a user."),
  role: z.enum(roles).nullable().describe("Of a user."),
  permissions: z
    .array(z.enum(permissions))
    .describe(
      "`read`: conversations, visitors, lists and changes; without `personal`, personal data is masked. `personal`: personal data. `raw`: deliveries and exact texts. `export`: exports. `analytics`: analytics. `operate`: reprocess and dismiss deliveries, webhook tokens, setup. `manage`: users, other users' API tokens and shared views, settings. `privacy`: erasure, retention, and the logs of reads and changes.",
    ),
  scope: scopeSchema.describe("Only conversations of these bots and accounts can be read."),
});

export type Me = z.output<typeof me>;
