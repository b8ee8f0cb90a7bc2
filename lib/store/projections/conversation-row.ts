import "server-only";
import type { FoldState } from "@/lib/conversation/fold-state";
import { writeSnapshot } from "@/lib/conversation/snapshot";
import { summarise } from "@/lib/conversation/summarise";
import { toConversation } from "@/lib/conversation/to-conversation";
import { accentText } from "@/lib/search/accent-text";
import { foldText } from "@/lib/search/fold-for-search";
import type { Columns, Row } from "@/lib/store/connection/json-rows";
import { shorten, shortenListed, shortenMore } from "@/lib/store/reads/shorten";
import { fromIso, microsecondsOf } from "@/lib/time/instant";

export const conversationColumns = {
  id: "bigint",
  key: "text",
  platformId: "text",
  externalKey: "text",
  title: "text",
  accountKey: "text",
  botId: "text",
  channel: "text",
  visitorKey: "text",
  visitorId: "text",
  visitorName: "text",
  visitorEmail: "text",
  visitorPhone: "text",
  status: "text",
  assigneeType: "text",
  assigneeId: "text",
  assigneeEmail: "text",
  assigneeAddress: "text",
  assigneeName: "text",
  createdAt: "bigint",
  createdSentAt: "bigint",
  lastEventAt: "bigint",
  lastSentAt: "bigint",
  lastEventId: "bigint",
  changeId: "bigint",
  eventCount: "integer",
  lateCount: "integer",
  visitorMessages: "integer",
  botMessages: "integer",
  userMessages: "integer",
  noteCount: "integer",
  gapCount: "integer",
  awaitsAnswer: "boolean",
  handedOver: "boolean",
  reopened: "boolean",
  humanWait: "bigint",
  firstReply: "bigint",
  longestReply: "bigint",
  waitingSince: "bigint",
  firstVisitorMessage: "text",
  lastPromptType: "text",
  lastPromptText: "text",
  lastPromptEventId: "bigint",
  closedByType: "text",
  closedById: "text",
  closedByAddress: "text",
  lastMessageText: "text",
  lastMessageAt: "bigint",
  lastMessageBy: "text",
  searchText: "text",
  accentText: "text",
  snapshot: "text",
} satisfies Columns;

/** A conversation's row: its state, and the columns that lists filter and sort by. */
export function conversationRow(
  state: FoldState,
  row: { id: bigint; changeId: bigint; lateCount: number },
): Row<typeof conversationColumns> {
  const { visitor, assignee } = toConversation(state);
  const digest = summarise(state);
  const { lastMessage, lastPrompt, closedBy } = digest;
  const listed = {
    createdAt: state.createdListedAt ?? digest.createdAt,
    lastEventAt: state.listedAt ?? digest.lastEventAt,
  };
  const searched = [digest.title, visitor.name, visitor.email, visitor.phone, digest.key, digest.externalKey]
    .filter((text) => text !== null)
    .map(foldText);
  const accented = searched.map(accentText).filter((text) => text !== null);
  return {
    id: row.id,
    key: digest.key,
    platformId: digest.id,
    externalKey: digest.externalKey,
    title: shortenListed(digest.title),
    accountKey: digest.account.key,
    botId: digest.bot?.id ?? null,
    channel: digest.channel === null ? null : shorten(digest.channel.name),
    visitorKey: visitor.key,
    visitorId: visitor.id,
    visitorName: shortenListed(visitor.name),
    visitorEmail: shortenListed(visitor.email),
    visitorPhone: shortenListed(visitor.phone),
    status: digest.status,
    assigneeType: assignee?.type ?? null,
    assigneeId: assignee?.id ?? null,
    assigneeEmail: assignee?.email ?? null,
    assigneeAddress: assignee?.email?.toLowerCase() ?? null,
    assigneeName: assignee?.name ?? null,
    createdAt: fromIso(listed.createdAt),
    createdSentAt: listed.createdAt === digest.createdAt ? null : fromIso(digest.createdAt),
    lastEventAt: fromIso(listed.lastEventAt),
    lastSentAt: listed.lastEventAt === digest.lastEventAt ? null : fromIso(digest.lastEventAt),
    lastEventId: state.lastEventId,
    changeId: row.changeId,
    eventCount: digest.eventCount,
    lateCount: row.lateCount,
    visitorMessages: digest.messageCounts.visitor,
    botMessages: digest.messageCounts.bot,
    userMessages: digest.messageCounts.user,
    noteCount: digest.noteCount,
    gapCount: digest.gapCount,
    awaitsAnswer: digest.awaitsAnswer,
    handedOver: digest.handedOver,
    reopened: digest.reopened,
    humanWait: microseconds(digest.humanWaitMs),
    firstReply: microseconds(digest.firstReplyMs),
    longestReply: microseconds(digest.longestReplyMs),
    waitingSince: digest.waitingSince === null ? null : fromIso(digest.waitingSince),
    firstVisitorMessage: digest.firstVisitorMessage,
    lastPromptType: lastPrompt === null ? null : shorten(lastPrompt.type),
    lastPromptText: lastPrompt?.text ?? null,
    lastPromptEventId: lastPrompt === null ? null : BigInt(lastPrompt.eventId),
    closedByType: closedBy === null ? null : shortenMore(closedBy.type),
    closedById: closedBy?.id == null ? null : shortenMore(closedBy.id),
    closedByAddress: closedBy?.email == null ? null : shortenMore(closedBy.email.toLowerCase()),
    lastMessageText: lastMessage?.text.slice(0, 500) ?? null,
    lastMessageAt: lastMessage === null ? null : fromIso(lastMessage.at),
    lastMessageBy: lastMessage?.by ?? null,
    // Folded texts contain no line break, so no match spans two of them.
    searchText: searched.map(({ plain }) => plain).join("\n"),
    accentText: accented.length === 0 ? null : accented.join("\n"),
    snapshot: writeSnapshot(state),
  };
}

function microseconds(milliseconds: number | null): bigint | null {
  return milliseconds === null ? null : microsecondsOf(milliseconds);
}
