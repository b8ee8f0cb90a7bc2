import { z } from "zod";
import { instant } from "@/lib/api/schemas/event";
import { parseTimestamp } from "@/lib/time/instant";
import { mode, reason } from "./erasure";

export const requestKinds = ["access", "erasure", "correction", "restriction", "objection"] as const;
export const closedStates = ["done", "refused"] as const;
export const requestActions = ["create", "join", "separate", "note", "due", "export", "erase", "close"] as const;

const visitorKey = z.string().min(1).max(512);
const visitorKeys = z.array(visitorKey).min(1).max(200);
const note = z.string().trim().min(1, "Enter a note.").max(5000, "Use at most 5000 characters.");
const date = z
  .string()
  .max(40)
  .refine((text) => parseTimestamp(text) !== null, "Enter a date, such as 2026-11-30.");

/** `GET /privacy/people`. */
export const people = z.object({
  data: z.array(
    z.object({
      key: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      lastSeenAt: instant,
      conversationCount: z.int(),
      matches: z
        .array(z.enum(["key", "email", "phone", "name"]))
        .describe("What was found, now or in any conversation."),
    }),
  ),
  hasMore: z.boolean().describe("There are more; use a longer text."),
});

export type Person = z.output<typeof people>["data"][number];

/** `POST /privacy/requests`. */
export const newPersonRequest = z.strictObject({
  kind: z.enum(requestKinds, "Choose a kind."),
  person: z.string().trim().min(1, "Enter who asks.").max(500, "Use at most 500 characters.").describe("Who asks."),
  visitors: visitorKeys.optional().describe("Keys of the visitors that belong to the person."),
  receivedAt: date.optional().describe("Now, if omitted."),
  dueAt: date.optional().describe("One month after `receivedAt`, if omitted."),
  note: note.optional(),
});

/** `PATCH /privacy/requests/{id}`. */
export const personRequestChange = z.strictObject({
  addVisitors: visitorKeys.optional(),
  removeVisitors: visitorKeys.optional(),
  note: note.optional(),
  dueAt: date.optional(),
  close: z
    .enum(closedStates)
    .optional()
    .describe("Nothing can be changed afterwards. An erasure request then keeps no personal data."),
});

/** `POST /privacy/requests/{id}/erasures`. */
export const personErasure = z.strictObject({
  mode: mode.describe("As in `POST /privacy/erasures`."),
  reason,
  refuseFuture: z.boolean().default(false).describe("Refuse later events of these visitors, too."),
});

export const startedErasures = z.object({ ids: z.array(z.string()).describe("The IDs of the erasures.") });

export const personRequest = z.object({
  id: z.string(),
  kind: z.enum(requestKinds),
  person: z.string().nullable().describe("Null once it was removed."),
  visitors: z.array(
    z.object({
      key: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      conversationCount: z.int().describe("0 for an erased visitor."),
    }),
  ),
  receivedAt: instant,
  dueAt: instant,
  state: z.enum(["open", ...closedStates]),
  closedAt: instant.nullable(),
  madeBy: z.string().describe("E-mail address of the user who entered it."),
  log: z
    .array(
      z.object({
        at: instant,
        by: z.string().describe("E-mail address of a user, or the name of an API token."),
        action: z.enum(requestActions),
        text: z.string().nullable().describe("The note, the visitor's key, the new date, or the ID of the erasure."),
      }),
    )
    .describe("What was done, oldest first."),
});

export type PersonRequest = z.output<typeof personRequest>;

/** `GET /privacy/requests`. */
export const personRequestPage = z.object({ data: z.array(personRequest), nextCursor: z.string().nullable() });
