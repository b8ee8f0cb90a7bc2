import { z } from "zod";
import { actor, instant, masked } from "./event";
import { recordOf } from "./record-of";

const label = z.object({ id: z.string(), name: z.string().nullable() });
const messageCounts = z.object({ visitor: z.int(), bot: z.int(), user: z.int() });
const status = z.enum(["open", "closed"]);
const bot = z.object({ id: z.string(), name: z.string().nullable() });

export const variable = z.object({
  value: z.unknown(),
  type: z.string(),
  scope: z.enum(["contact", "conversation", "system"]),
  eventId: z.string(),
  updatedAt: instant,
  masked,
});

const duration = z.number().nullable();
const moment = z.object({ eventId: z.string(), at: instant });

/** Response times, the last prompt, and reopening. */
const service = {
  humanWaitMs: duration.describe(
    "Milliseconds from the handover to a human or team, to the first human message after it; null while there is none.",
  ),
  firstReplyMs: duration.describe("Milliseconds from the first visitor message to the first human message after it."),
  longestReplyMs: duration.describe(
    "The longest time, in milliseconds, from a visitor message to the reply of the human or team in charge.",
  ),
  waitingSince: instant
    .nullable()
    .describe(
      "When the visitor message was sent that the human or team in charge has not answered; null while closed.",
    ),
  lastPrompt: z
    .object({
      type: z.string().describe("The message type, in lower case: `button`, `form` …"),
      text: z.string().describe("What it asks, in one line of at most 300 characters."),
      eventId: z.string(),
      answered: z.boolean().describe("The visitor has answered, or said something else, since."),
    })
    .nullable()
    .describe("The last prompt that the visitor was to answer."),
  reopened: z.boolean().describe("Opened again after it was closed."),
  firstVisitorMessage: z
    .string()
    .nullable()
    .describe("The text of the visitor's first message, up to 1,000 characters. A script's answer does not count."),
};

export const conversation = z.object({
  key: z.string(),
  id: z.string().nullable(),
  externalKey: z.string().nullable(),
  title: z.string(),
  account: z.object({ key: z.string(), id: z.string().nullable() }),
  bot: bot.nullable(),
  visitor: z.object({
    key: z.string(),
    id: z.string().nullable(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    masked,
  }),
  channel: z.object({ id: z.number().nullable(), name: z.string(), provider: z.number().nullable() }).nullable(),
  status,
  assignee: actor.nullable(),
  labels: z.array(label),
  variables: recordOf(variable),
  notes: z.array(z.object({ eventId: z.string(), text: z.string(), by: actor.nullable(), at: instant })),
  assignments: z.array(
    z.object({ eventId: z.string(), from: actor.nullable(), to: actor.nullable(), by: actor.nullable(), at: instant }),
  ),
  createdAt: instant,
  lastEventAt: instant,
  eventCount: z.int(),
  messageCounts,
  ...service,
  handling: z
    .object({
      handover: moment
        .nullable()
        .describe("The first time that a human or team became the assignee, else the first human message."),
      beforeHandoverMs: duration.describe(
        "Milliseconds from the first event to the handover, or to the last event while there is none.",
      ),
      firstReply: moment.extend({ by: actor }).nullable().describe("The first human message from the handover on."),
      lastReply: moment.nullable().describe("The last human message."),
      replyCount: z.int().describe("Human messages."),
      waitingFor: moment.nullable().describe("The visitor message that `waitingSince` refers to."),
    })
    .describe("The way from the bot to a human, event by event."),
  gaps: z.array(z.object({ afterEventId: z.string(), reason: z.string() })),
  repeatCount: z.int().describe("Duplicates that were dropped, so far."),
  lateCount: z.int().describe("Late events, which arrived after one that happened later, so far."),
});

/** A conversation's state in an API response. */
export type ConversationAnswer = z.output<typeof conversation>;

const searchHit = z.object({
  eventId: z.string().nullable().describe("null for a match in a field of the conversation."),
  kind: z.enum(["message", "answer", "note", "event", "title", "visitor", "key"]),
  text: z.string().describe("An excerpt; the match is from `start` to `end`, in UTF-16 units."),
  start: z.int(),
  end: z.int(),
  by: actor.nullable(),
  at: instant.nullable(),
});

export const summary = z.object({
  key: z.string(),
  id: z.string().nullable(),
  title: z.string(),
  status,
  account: z.object({ key: z.string() }),
  bot: bot.nullable(),
  visitor: z.object({ key: z.string(), name: z.string().nullable(), email: z.string().nullable(), masked }),
  channel: z.object({ name: z.string() }).nullable(),
  assignee: actor.nullable(),
  labels: z.array(label),
  createdAt: instant,
  lastEventAt: instant,
  eventCount: z.int(),
  messageCounts,
  noteCount: z.int(),
  gapCount: z.int(),
  awaitsAnswer: z.boolean(),
  ...service,
  lastMessage: z.object({ text: z.string(), at: instant, by: z.string() }).nullable(),
  /** The current values of the requested `columns`. */
  variables: recordOf(z.unknown()).optional(),
  hits: z
    .object({ count: z.int(), first: z.array(searchHit) })
    .optional()
    .describe(
      "With `q` only: how many events and fields match, and the first of them. Absent for a very long conversation.",
    ),
});

export const summaryPage = z.object({
  data: z.array(summary),
  nextCursor: z.string().nullable(),
  total: z.int().optional().describe("Counted only when asked for with `total=true`."),
});
