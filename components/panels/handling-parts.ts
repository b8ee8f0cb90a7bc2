import type { NameOf } from "@/components/actors/actor-names";
import type { Conversation } from "@/lib/conversation/conversation";
import { formatDuration } from "@/lib/time/duration";

/** A part of the handling line, and the event that it links to. */
export interface HandlingPart {
  text: string;
  /** Null for the conversation's first event while that is not loaded. */
  eventId: string | null;
  isWaiting: boolean;
}

interface Sources {
  conversation: Pick<Conversation, "handling" | "humanWaitMs" | "messageCounts" | "status">;
  firstEventId: string | null;
  nameOf: NameOf;
  /** The time of the state, in milliseconds: open intervals end here. */
  now: number;
}

/** Who handled the conversation and how long each took: `Bot 1 min`, `waited 2 min 54 s`, `first reply by Lian`, `4 replies`. */
export function handlingParts({ conversation, firstEventId, nameOf, now }: Sources): HandlingPart[] {
  const { handling, humanWaitMs, messageCounts, status } = conversation;
  const { handover, beforeHandoverMs, firstReply, lastReply, replyCount, waitingFor } = handling;
  const parts: HandlingPart[] = [];
  const add = (text: string, eventId: string | null, isWaiting = false) => parts.push({ text, eventId, isWaiting });
  const since = (at: string) => formatDuration(now - Date.parse(at));

  if (messageCounts.bot > 0 && beforeHandoverMs !== null && beforeHandoverMs >= 1000)
    add(`Bot ${formatDuration(beforeHandoverMs)}`, firstEventId);
  if (handover !== null && firstReply === null) {
    if (status === "closed") add("never answered", handover.eventId);
    else add(`waiting for a reply for ${since(handover.at)}`, handover.eventId, true);
  }
  if (handover !== null && humanWaitMs !== null) add(`waited ${formatDuration(humanWaitMs)}`, handover.eventId);
  if (firstReply !== null) add(`first reply by ${nameOf(firstReply.by)}`, firstReply.eventId);
  if (lastReply !== null && replyCount > 1) add(`${replyCount.toLocaleString("en")} replies`, lastReply.eventId);
  if (waitingFor !== null && firstReply !== null) add(`waiting ${since(waitingFor.at)}`, waitingFor.eventId, true);
  return parts;
}
