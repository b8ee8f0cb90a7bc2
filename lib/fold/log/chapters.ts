import type { Conversation } from "@/lib/conversation/conversation";
import { isSameActor } from "@/lib/events/actor";
import type { Actor, Event } from "@/lib/events/event";
import { assigneeSpans } from "./assignee-spans";

/**
 * A part of a conversation: the bot's, the wait after the handover, an agent's, nobody's, or while it was closed. `reopened` is
 * from the reopening to the next change of the assignee.
 */
export interface Chapter {
  kind: "bot" | "handover" | "agent" | "unassigned" | "closed" | "reopened";
  /** The event that begins it, and its place in the timeline. */
  eventId: string;
  index: number;
  /** Who was in charge; of `closed` and `reopened`, who did that. Null: nobody, or not known. */
  actor: Actor | null;
  /** Up to the next chapter, or to the conversation's last event. */
  milliseconds: number;
  /** Null where nothing is known to have come of it yet. */
  outcome: ChapterOutcome | null;
}

export interface ChapterOutcome {
  kind: "answered" | "closed" | "handedOver" | "neverAnswered" | "reopened" | "unanswered" | "unassigned" | "waiting";
  /** Who answered, who closed it, or who took over. */
  actor: Actor | null;
}

interface ChapterSources {
  conversation: Pick<
    Conversation,
    "assignee" | "assignments" | "createdAt" | "handling" | "lastEventAt" | "lastPrompt" | "messageCounts"
  >;
  /** Changes of the status, in order. */
  statusChanges: readonly { eventId: string; by: Actor | null; after: Conversation["status"] }[];
  /** In timeline order. */
  events: readonly Pick<Event, "id" | "occurredAt">[];
}

/** Who is in charge of what at an event. */
interface Standing {
  charge: Actor | null;
  /** Nobody has been assigned or unassigned yet. */
  isInitial: boolean;
  /** Who closed the conversation, or opened it again since its assignee last changed. */
  closed: { by: Actor | null } | null;
  reopened: { by: Actor | null } | null;
  handedOver: boolean;
  awaitsReply: boolean;
}

type Beginning = Pick<Chapter, "kind" | "actor" | "index">;

/** The chapters of a conversation, in order and without gaps. Changes that are not loaded count from the first event that is. */
export function chaptersOf(sources: ChapterSources): Chapter[] {
  const { events, conversation } = sources;
  const beginnings = beginningsOf(sources);
  return beginnings.flatMap((beginning, place) => {
    const event = events[beginning.index];
    if (event === undefined) return [];
    const next = beginnings[place + 1];
    const end = next === undefined ? conversation.lastEventAt : events[next.index]?.occurredAt;
    const milliseconds = Math.max(0, Date.parse(end ?? event.occurredAt) - Date.parse(event.occurredAt));
    return { ...beginning, eventId: event.id, milliseconds, outcome: outcomeOf(beginning, next, conversation) };
  });
}

function beginningsOf({ conversation, statusChanges, events }: ChapterSources): Beginning[] {
  const { assignments, handling, messageCounts } = conversation;
  const { handover, firstReply } = handling;
  const bots = new Set(assignments.flatMap(({ from, to, by }) => [from, to, by].filter(isBot).map(({ id }) => id)));
  const isHuman = (actor: Actor | null) => actor !== null && actor.type !== "bot" && !bots.has(actor.id);
  const places = new Map(events.map(({ id }, index) => [id, index]));
  const steps: { index: number; take: (now: Standing) => void }[] = [];
  const at = (eventId: string | null, take: (now: Standing) => void) =>
    steps.push({ index: eventId === null ? 0 : (places.get(eventId) ?? 0), take });

  for (const { assignee, eventId } of assigneeSpans(conversation))
    at(eventId, (now) => {
      now.charge = assignee;
      now.isInitial = eventId === null;
      now.reopened = null;
    });
  for (const { eventId, by, after } of statusChanges)
    at(eventId, (now) => {
      if (after === "open" && now.closed) now.reopened = { by };
      now.closed = after === "closed" ? { by } : null;
    });
  if (handover)
    at(handover.eventId, (now) => {
      now.handedOver = true;
      now.awaitsReply = true;
    });
  if (firstReply)
    at(firstReply.eventId, (now) => {
      now.awaitsReply = false;
      if (!isHuman(now.charge)) now.charge = firstReply.by;
    });
  steps.sort((one, other) => one.index - other.index);

  const kindOf = (now: Standing): Pick<Chapter, "kind" | "actor"> => {
    if (now.closed) return { kind: "closed", actor: now.closed.by };
    if (now.reopened) return { kind: "reopened", actor: now.reopened.by };
    const { charge } = now;
    if (now.handedOver && isHuman(charge)) return { kind: now.awaitsReply ? "handover" : "agent", actor: charge };
    // A conversation that was created in nobody's charge is its bot's.
    const isBots = charge !== null || (now.isInitial && messageCounts.bot > 0);
    return { kind: isBots ? "bot" : "unassigned", actor: charge };
  };
  const beginnings: Beginning[] = [];
  const standing: Standing = {
    ...{ charge: null, isInitial: true, closed: null, reopened: null },
    ...{ handedOver: false, awaitsReply: false },
  };
  steps.forEach(({ index, take }, place) => {
    take(standing);
    if (steps[place + 1]?.index === index) return;
    const chapter = kindOf(standing);
    const last = beginnings.at(-1);
    if (last === undefined || !isSameChapter(last, chapter)) beginnings.push({ ...chapter, index });
  });
  return beginnings;
}

function isBot(actor: Actor | null): actor is Actor {
  return actor?.type === "bot";
}

/** The wait for a human goes on when another human takes over; what is done while a conversation is closed changes no chapter. */
function isSameChapter(one: Pick<Chapter, "kind" | "actor">, other: Pick<Chapter, "kind" | "actor">): boolean {
  return (
    one.kind === other.kind && (!(one.kind === "agent" || one.kind === "bot") || isSameActor(one.actor, other.actor))
  );
}

function outcomeOf(
  { kind }: Beginning,
  next: Beginning | undefined,
  { handling, lastPrompt }: ChapterSources["conversation"],
): ChapterOutcome | null {
  if (next === undefined) {
    if (kind === "bot") return lastPrompt && !lastPrompt.answered ? { kind: "unanswered", actor: null } : null;
    const isWaiting = kind === "handover" || (kind === "agent" && handling.waitingFor !== null);
    return isWaiting ? { kind: "waiting", actor: null } : null;
  }
  switch (next.kind) {
    case "closed":
      return kind === "handover" ? { kind: "neverAnswered", actor: null } : { kind: "closed", actor: next.actor };
    case "reopened":
    case "unassigned":
      return { kind: next.kind, actor: next.actor };
    default:
      if (kind === "handover" && next.kind === "agent")
        return { kind: "answered", actor: handling.firstReply?.by ?? next.actor };
      return { kind: "handedOver", actor: next.actor };
  }
}
