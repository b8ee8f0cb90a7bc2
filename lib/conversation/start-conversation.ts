import type { Actor, Event } from "@/lib/events/event";
import { identifier } from "@/lib/events/identifier";
import type { VariableAssignment } from "@/lib/messages/message-definition";
import { millisecondsBetween, toIso } from "@/lib/time/instant";
import { readSentTime } from "@/lib/time/sent-time";
import { assign } from "./change-assignee";
import { setStatus } from "./change-status";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";
import { setVariables } from "./set-variables";

/** The platform's data for a new conversation. It may be missing, or arrive long after the first message. */
export interface ConversationCreation {
  title: string;
  createdAt: string;
  botId: string | null;
  externalKey: string | null;
  /** Null if the event does not contain it. */
  isClosed: boolean | null;
  channel: { name: string; provider: number | null };
  /** Undefined if the event does not contain it. */
  assignee: Actor | null | undefined;
  variables: readonly VariableAssignment[];
}

/** Accepted clock skew within the platform. */
const toleranceMilliseconds = 1000;

/** Applies the platform's data for a new conversation; missing fields stay unchanged. */
export function startConversation(state: FoldState, creation: ConversationCreation, event: Event): void {
  const createdAt = instantOrNull(creation.createdAt);
  judge(state, event, "creation", contradiction(state, createdAt, event));
  state.creation = { occurredAt: event.occurredAt, createdAt };
  state.title = identifier(creation.title) ?? state.title;
  state.externalKey = creation.externalKey ?? state.externalKey;
  if (creation.botId !== null) state.bot ??= { id: creation.botId, name: null };
  state.channel = channelOf(creation.channel) ?? state.channel;

  judge(state, event, "labels", null);
  judge(state, event, "status", null);
  if (creation.isClosed !== null) setStatus(state, creation.isClosed ? "closed" : "open", event);
  state.status ??= "open";
  if (creation.assignee !== undefined) {
    judge(state, event, "assignee", null);
    assign(state, creation.assignee, event);
  }
  setVariables(state, creation.variables, event);
}

/**
 * An event before the creation, which contradicts it. Compares with the sender's `created_at`, which may be days before the
 * event; for messages also with the event itself.
 */
function contradiction(state: FoldState, createdAt: string | null, event: Event): string | null {
  const isEarly = (at: string | null, start: string | null) =>
    at !== null && start !== null && millisecondsBetween(at, start) >= toleranceMilliseconds;
  if (!isEarly(state.firstEventAt, createdAt) && !isEarly(state.firstMessageAt, event.occurredAt)) return null;
  return "The conversation was created after the events before this point: the sender's clock is wrong, or an earlier creation was not received.";
}

function channelOf({ name, provider }: ConversationCreation["channel"]): FoldState["channel"] {
  if (name === "" && provider === null) return null;
  const isNumber = /^\d{1,9}$/.test(name);
  return { id: isNumber ? Number(name) : null, name: isNumber ? null : identifier(name), provider };
}

function instantOrNull(text: string): string | null {
  const instant = readSentTime(text);
  return instant === null ? null : toIso(instant);
}
