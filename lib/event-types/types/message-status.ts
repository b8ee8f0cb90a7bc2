import * as z from "zod";
import type { EventDefinition, EventIcon } from "@/lib/event-types/event-definition";
import { identifier } from "@/lib/events/identifier";
import { isRecord } from "@/lib/json/is-record";
import { plainText } from "@/lib/text/plain-text";

interface MessageStatus {
  status: "sent" | "delivered" | "read" | "failed";
  /** Why delivery failed, if the event contains a reason. */
  reason: string | null;
}

const word = z.unknown().transform(identifier).optional();
const reason = z
  .unknown()
  .transform((sent) =>
    isRecord(sent) ? (identifier(sent.message) ?? identifier(sent.title) ?? identifier(sent.code)) : identifier(sent),
  )
  .optional();

/** No payload is published: common field names and spellings of the values are accepted. */
const payload = z
  .object({
    ...{ status: word, message_status: word, delivery_status: word, state: word },
    ...{ reason, error: reason, error_message: reason },
  })
  .transform((sent, context): MessageStatus => {
    const said = sent.status ?? sent.message_status ?? sent.delivery_status ?? sent.state ?? "";
    const status = readStatus(said.trim().toLowerCase());
    if (status !== null) return { status, reason: sent.reason ?? sent.error ?? sent.error_message ?? null };
    context.addIssue({ code: "custom", path: ["status"], message: "is not sent, delivered, read or failed" });
    return z.NEVER;
  });

/** Delivery status of the last message of the bot or an agent. */
export const messageStatus: EventDefinition<"message_status", MessageStatus> = {
  type: "message_status",
  payload,
  settled: ["status", "message_status", "delivery_status", "state"],
  sentence: ({ status, reason }) => [
    ...["Message ", { strong: status }],
    ...(status === "failed" && reason !== null ? [`: ${plainText(reason)}`] : []),
  ],
  row: "line",
  icon: ({ status }) => icons[status],
  category: { id: "delivery", label: "Delivery status" },
  apply: () => {},
};

const icons: Record<MessageStatus["status"], EventIcon> = {
  sent: "sent",
  delivered: "sent",
  read: "check",
  failed: "alert",
};

function readStatus(word: string): MessageStatus["status"] | null {
  if (word === "sent" || word === "delivered" || word === "read" || word === "failed") return word;
  if (word === "seen") return "read";
  return /^(undelivered|not[ _-]delivered|error|failure)$/.test(word) ? "failed" : null;
}
