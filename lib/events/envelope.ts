import * as z from "zod";
import { isRecord } from "@/lib/json/is-record";
import type { Instant } from "@/lib/time/instant";
import { readSentTime } from "@/lib/time/sent-time";
import type { Envelope } from "./event";
import { identifier } from "./identifier";

export type EnvelopeReading =
  | { ok: true; type: string; payload: unknown; envelope: Envelope; occurredAt: Instant }
  | { ok: false; reason: string; path: string };

/**
 * Parses what is needed to store one element of `events` (docs/support-hunt/webhook.md §2): event type, conversation key and
 * time. Everything else may be missing or of another type; the payload is validated where it is used. On failure, `path` is the
 * field, as in `conversation.key`, and `reason` is a sentence.
 */
export function readEnvelope(value: unknown): EnvelopeReading {
  const missing = missingPart(value);
  if (missing !== null) return { ok: false, path: missing, reason: `${missing}: must be an object` };
  const reading = delivered.safeParse(value);
  if (!reading.success) {
    const [issue] = reading.error.issues;
    const path = issue?.path.join(".") ?? "event";
    return { ok: false, path, reason: `${path}: ${issue?.message ?? "is invalid"}` };
  }
  const { event, conversation, account, visitor, timestamp } = reading.data;
  return {
    ok: true,
    type: event.type,
    payload: event.payload ?? null,
    occurredAt: timestamp,
    envelope: {
      conversation,
      account: { key: account?.key ?? unknownAccountKey, id: account?.id ?? null },
      botId: account?.bot?.id ?? null,
      visitor: { key: visitor?.key ?? visitorKeyOf(conversation.key), id: visitor?.id ?? null },
    },
  };
}

/**
 * Detects elements that are not events without the schema, whose error messages are slow to build: a body may contain half a
 * million.
 */
function missingPart(value: unknown): "event" | "conversation" | null {
  if (!isRecord(value) || !isRecord(value.event)) return "event";
  return isRecord(value.conversation) ? null : "conversation";
}

/** Account key of events whose envelope does not contain one. */
export const unknownAccountKey = "unknown";

/** Visitor key of events whose envelope does not contain one: unique to the conversation. */
export function visitorKeyOf(conversationKey: string): string {
  return `conversation:${conversationKey}`;
}

/** Keys are in unique indexes of both databases: text that is too long or not storable is not a valid key. */
const name = (maxLength: number) =>
  z
    .string({ error: "must be a string" })
    .min(1, "must not be empty")
    .max(maxLength, `must not be longer than ${maxLength} characters`)
    .refine((text) => text.isWellFormed() && !text.includes("\u0000"), "contains NUL or invalid Unicode characters");

const id = z.unknown().transform(identifier).optional();
const keyed = z.object({ key: id, id }).optional().catch(undefined);

const timestamp = z
  .union([z.string(), z.number()], { error: "must be a string such as 2023-09-01 14:13:32.141788" })
  .transform((sent, context) => {
    const instant = readSentTime(sent);
    if (instant !== null) return instant;
    context.addIssue({ code: "custom", message: "is not a time such as 2023-09-01 14:13:32.141788" });
    return z.NEVER;
  });

const delivered = z.object({
  event: z.object({ type: name(200), payload: z.unknown().optional() }),
  conversation: z.object({ key: name(512), id: id.transform((text) => text ?? null) }),
  account: z
    .object({ key: id, id, bot: z.object({ id }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
  visitor: keyed,
  timestamp,
});
