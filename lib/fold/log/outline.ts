import type { Gap } from "@/lib/conversation/conversation";
import type { Exchange } from "@/lib/conversation/prompts/exchanges";
import { eventTypes } from "@/lib/event-types/event-types";
import { rowOf } from "@/lib/event-types/row-of";
import type { Event } from "@/lib/events/event";
import type { Chapter } from "./chapters";

/** A place worth going to in a long conversation: an event, and its place in the timeline. */
export type OutlineItem = { key: string; event: Event; index: number } & (
  | { kind: "day" }
  | { kind: "chapter"; chapter: Chapter }
  | { kind: "prompt"; outcome: Exchange["outcome"] }
  | { kind: "event" }
  /** Notes with nothing of the outline between them; the event is the first. */
  | { kind: "notes"; count: number }
  | { kind: "gap"; reason: string }
);

interface OutlineSources {
  events: readonly Event[];
  chapters: readonly Chapter[];
  exchanges: readonly Exchange[];
  gaps: readonly Gap[];
  /** The calendar day of an instant in the selected time zone. */
  dayOf: (instant: string) => string;
}

/**
 * A conversation's days and chapters, and within them prompts, gaps, and the events whose definition names them for it, in its order.
 * A chapter stands for the event that begins it.
 */
export function outlineOf({ events, chapters, exchanges, gaps, dayOf }: OutlineSources): OutlineItem[] {
  const begun = new Map(chapters.map((chapter) => [chapter.eventId, chapter]));
  const outcomes = new Map(exchanges.map(({ promptId, outcome }) => [promptId, outcome]));
  const reasons = new Map(gaps.map(({ afterEventId, reason }) => [afterEventId, reason]));
  const items: OutlineItem[] = [];
  let day: string | null = null;
  events.forEach((event, index) => {
    const place = (kind: OutlineItem["kind"]) => ({ key: `${kind}-${event.id}`, event, index });
    const eventDay = dayOf(event.occurredAt);
    if (eventDay !== day) items.push({ ...place("day"), kind: "day" });
    day = eventDay;
    const chapter = begun.get(event.id);
    if (chapter !== undefined) items.push({ ...place("chapter"), kind: "chapter", chapter });
    const outcome = outcomes.get(event.id);
    const isNamed = event.recognised && eventTypes.get(event.type)?.isOutlined === true;
    if (outcome !== undefined) items.push({ ...place("prompt"), kind: "prompt", outcome });
    else if (isNamed && rowOf(event) === "note") addNote(items, { ...place("notes"), kind: "notes", count: 1 });
    else if (isNamed && chapter === undefined) items.push({ ...place("event"), kind: "event" });
    const reason = reasons.get(event.id);
    if (reason !== undefined) items.push({ ...place("gap"), kind: "gap", reason });
  });
  return items;
}

function addNote(items: OutlineItem[], note: OutlineItem & { kind: "notes" }): void {
  const last = items.at(-1);
  if (last?.kind === "notes") last.count += 1;
  else items.push(note);
}

/** The item that a reader at the event `index` is in; -1 before the first. */
export function outlinePlace(items: readonly OutlineItem[], index: number): number {
  return items.findLastIndex((item) => item.index <= index);
}
