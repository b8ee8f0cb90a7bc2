import "server-only";
import type { Summary } from "@/lib/conversation/conversation";
import { maskSummary } from "@/lib/masking/mask-conversation";
import type { ConversationListing } from "@/lib/store/reads/read-listings";
import type { Masks } from "@/lib/store/reads/read-masks";
import { toIso } from "@/lib/time/instant";

/** A list's row in the API's format, masked unless the viewer sees everything. */
export function summarySeen(row: ConversationListing, masks: Masks | null): Summary {
  return masks === null ? summaryOf(row) : maskSummary(summaryOf(row), masks.of(row.id));
}

/** Converts a list's row to the API's format. */
function summaryOf(row: ConversationListing): Summary {
  return {
    key: row.key,
    id: row.platformId,
    title: row.title,
    status: row.status === "closed" ? "closed" : "open",
    account: { key: row.accountKey },
    bot: row.botId === null ? null : { id: row.botId, name: row.botName },
    visitor: { key: row.visitorKey, name: row.visitorName, email: row.visitorEmail },
    channel: row.channel === null ? null : { name: row.channel },
    assignee: assigneeOf(row),
    labels: row.labels,
    createdAt: toIso(row.createdSentAt ?? row.createdAt),
    lastEventAt: toIso(row.lastSentAt ?? row.lastEventAt),
    eventCount: row.eventCount,
    messageCounts: { visitor: row.visitorMessages, bot: row.botMessages, user: row.userMessages },
    noteCount: row.noteCount,
    gapCount: row.gapCount,
    awaitsAnswer: row.awaitsAnswer,
    lastMessage: lastMessageOf(row),
    humanWaitMs: milliseconds(row.humanWait),
    firstReplyMs: milliseconds(row.firstReply),
    longestReplyMs: milliseconds(row.longestReply),
    waitingSince: row.waitingSince === null ? null : toIso(row.waitingSince),
    lastPrompt: lastPromptOf(row),
    reopened: row.reopened,
    firstVisitorMessage: row.firstVisitorMessage,
  };
}

function assigneeOf(row: ConversationListing): Summary["assignee"] {
  if (row.assigneeId === null) return null;
  return { type: row.assigneeType ?? "user", id: row.assigneeId, email: row.assigneeEmail, name: row.assigneeName };
}

function lastMessageOf(row: ConversationListing): Summary["lastMessage"] {
  if (row.lastMessageAt === null) return null;
  return { text: row.lastMessageText ?? "", at: toIso(row.lastMessageAt), by: row.lastMessageBy ?? "" };
}

function lastPromptOf(row: ConversationListing): Summary["lastPrompt"] {
  if (row.lastPromptEventId === null) return null;
  return {
    type: row.lastPromptType ?? "unknown",
    text: row.lastPromptText ?? "",
    eventId: String(row.lastPromptEventId),
    answered: !row.awaitsAnswer,
  };
}

function milliseconds(microseconds: bigint | null): number | null {
  return microseconds === null ? null : Number(microseconds) / 1000;
}
