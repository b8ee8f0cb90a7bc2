import { visitorKeyOf } from "@/lib/events/envelope";
import { identifier } from "@/lib/events/identifier";
import { millisecondsBetween } from "@/lib/time/instant";
import type { Conversation, Handling, Service } from "./conversation";
import { createdAtOf } from "./created-at-of";
import type { FoldState } from "./fold-state";
import { waitingSince } from "./replies";
import { getOwn } from "./set-own";

/** The public form of a state: with fallbacks, without the fold's internal fields. */
export function toConversation(state: FoldState): Conversation {
  const visitor = visitorOf(state);
  const createdAt = createdAtOf(state);
  return {
    key: state.key,
    id: state.id,
    externalKey: state.externalKey,
    title: state.title ?? visitor.name ?? visitor.email ?? visitor.phone ?? untitled(state, visitor.key),
    account: state.account,
    bot: state.bot,
    visitor,
    channel: channelOf(state),
    status: state.status ?? "open",
    assignee: state.assignee,
    labels: state.labels,
    variables: state.variables,
    notes: state.notes,
    assignments: state.assignments,
    createdAt,
    lastEventAt: state.lastEventAt ?? createdAt,
    eventCount: state.eventCount,
    messageCounts: state.messageCounts,
    ...serviceOf(state),
    handling: handlingOf(state),
    gaps: state.gaps.map(({ afterEventId, reason }) => ({ afterEventId, reason })),
  };
}

function serviceOf(state: FoldState): Service {
  const { humanWaitMs, firstReplyMs, longestReplyMs } = state.replies;
  return {
    humanWaitMs,
    firstReplyMs,
    longestReplyMs,
    waitingSince: waitingSince(state)?.at ?? null,
    lastPrompt: lastPromptOf(state),
    reopened: state.reopened,
    firstVisitorMessage: state.firstVisitorMessage?.text ?? null,
  };
}

function handlingOf(state: FoldState): Handling {
  const { handover, first, last, count } = state.replies;
  const { firstEventAt, lastEventAt } = state;
  const end = handover?.at ?? lastEventAt;
  return {
    handover,
    beforeHandoverMs: firstEventAt && end ? millisecondsBetween(firstEventAt, end) : null,
    firstReply: first,
    lastReply: last,
    replyCount: count,
    waitingFor: waitingSince(state),
  };
}

function lastPromptOf({ lastPrompt }: FoldState): Service["lastPrompt"] {
  if (lastPrompt === null) return null;
  const { place: _, ...prompt } = lastPrompt;
  return prompt;
}

/** Fallback for a missing `visitor.key`: the variable `contact_id` (docs/support-hunt/webhook.md §2). */
function visitorOf(state: FoldState): Conversation["visitor"] {
  const { key, id } = state.visitor;
  return {
    key: key === visitorKeyOf(state.key) ? (said(state, "contact_id") ?? key) : key,
    id,
    name: said(state, "visitor_name"),
    email: said(state, "visitor_email"),
    phone: said(state, "visitor_phone"),
  };
}

const channelNames: Partial<Record<number, string>> = { 1: "Web", 3: "WhatsApp", 4: "Facebook", 5: "SMS" };

/** docs/support-hunt/webhook.md §4: the variable, else the number, else "Channel N". */
function channelOf(state: FoldState): Conversation["channel"] {
  const { id = null, name: sent = null, provider = null } = state.channel ?? {};
  const byNumber = id === null ? null : (channelNames[id] ?? `Channel ${id}`);
  const name = said(state, "global_channel_name") ?? sent ?? byNumber;
  return name === null ? null : { id, name, provider };
}

function said(state: FoldState, variable: string): string | null {
  return identifier(getOwn(state.variables, variable)?.value);
}

function untitled(state: FoldState, visitorKey: string): string {
  if (visitorKey !== visitorKeyOf(state.key)) return `Visitor ${visitorKey.slice(0, 6).toWellFormed()}`;
  return `Conversation ${state.id ?? state.key.slice(0, 8).toWellFormed()}`;
}
