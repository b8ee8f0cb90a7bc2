import { z } from "zod";

export const actor = z.object({
  type: z.string(),
  id: z.string().nullable(),
  email: z.string().nullable(),
  name: z.string().nullable(),
});

/** Present where personal data is masked. */
export const masked = z.literal(true).optional().describe("Personal data in it is masked.");

const envelope = z.object({
  conversation: z.object({ key: z.string(), id: z.string().nullable() }),
  account: z.object({ key: z.string(), id: z.string().nullable() }),
  botId: z.string().nullable(),
  visitor: z.object({ key: z.string(), id: z.string().nullable() }),
});

/** ISO 8601 UTC with six decimals. */
export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/);

export const event = z.object({
  id: z.string(),
  type: z.string(),
  messageType: z.string().nullable(),
  occurredAt: instant,
  receivedAt: instant,
  actor: actor.nullable(),
  payload: z.unknown(),
  text: z.string(),
  recognised: z.boolean(),
  deliveryId: z.string(),
  editedBy: z.string().nullable().describe("Who edited the delivery that this event came from: their e-mail address."),
  envelope,
  erasedAt: instant.optional().describe("When its content was erased. `payload` then has only kinds, ids and times."),
  masked,
});

/** `GET /events/{id}`: the event with the exact text received. */
export const eventWithRaw = event.extend({ raw: z.string() });

export const eventPage = z.object({
  data: z.array(event),
  nextCursor: z.string().nullable(),
  hasEarlier: z.boolean().optional().describe("With `last` only: whether there are events before this page."),
});
