import { z } from "zod";
import { type AuditAction, accessActions, actorKinds, changeActions } from "@/lib/access/audit-actions";
import { instant } from "@/lib/api/schemas/event";
import { cursor, wholeNumber } from "@/lib/api/schemas/parameters";
import { parseTimestamp } from "@/lib/time/instant";

const actions: readonly AuditAction[] = [...changeActions, ...accessActions];

const texts = (description: string) =>
  z
    .array(z.string().min(1, "is empty").max(500, "is longer than 500 characters"))
    .max(50, "is repeated too often")
    .default([])
    .describe(description);

const time = z
  .string()
  .max(40, "is not a date or time")
  .refine((text) => parseTimestamp(text) !== null, "must be a date or time, such as 2026-11-30 or 2026-11-30T09:00:00Z")
  .optional();

/** The parameters of `GET /audit`. */
export const auditQuery = z.strictObject({
  actor: texts("The ID of a user or API token. Repeat it for any of several."),
  action: z
    .array(z.enum(actions, `must be one of ${actions.join(", ")}`))
    .default([])
    .describe("Any of these actions."),
  subject: texts(
    "What the entry is about: an ID or key or, for one type only, `type:id`, as in `conversation:42`. Repeat it for any of several.",
  ),
  from: time.describe("Entries since this time. A date begins at 00:00 UTC."),
  to: time.describe("Entries before this time."),
  limit: wholeNumber(1, 200, 50).describe("Entries per page."),
  cursor,
  format: z.enum(["json", "csv"]).default("json").describe("`csv` has all matching entries, and no pages."),
});

export const auditEntry = z.object({
  id: z.string().describe("`audit-1`, `audit-2`, … for changes, `access-1`, … for reads."),
  at: instant,
  actor: z.object({
    kind: z.string().describe(`${actorKinds.join(", ")}.`),
    id: z.string().nullable().describe("The ID of the user or API token."),
    name: z.string(),
    role: z.string().nullable().describe("The user's role at that time."),
  }),
  action: z.string(),
  subject: z.object({ type: z.string(), id: z.string().nullable().describe("Null if it was erased.") }).nullable(),
  detail: z
    .record(z.string(), z.unknown())
    .nullable()
    .describe("For example `before` and `after`. Null without the permission `personal`."),
  ip: z.string().nullable(),
  hash: z.string().describe("SHA-256 of this entry and the hash of the one before it in the same log."),
});

export type AuditEntry = z.infer<typeof auditEntry>;

export const auditPage = z.object({ data: z.array(auditEntry), nextCursor: z.string().nullable() });

export const auditVerification = z.object({
  ok: z.boolean(),
  checked: z.int().describe("How many entries were checked."),
  firstBroken: z
    .string()
    .nullable()
    .describe("The ID of the first entry that was changed, removed or inserted; null if there is none."),
});

export type AuditVerification = z.infer<typeof auditVerification>;
