import type { Gap } from "@/lib/conversation/conversation";
import type { Exchange } from "@/lib/conversation/prompts/exchanges";
import { eventTypes } from "@/lib/event-types/event-types";
import type { Event } from "@/lib/events/event";

/** A place worth going to in a long conversation. */
export interface OutlineItem {
  key: string;
  kind: "day" | "event" | "prompt" | "gap";
  event: Event;
  /** The event's place in the timeline. */
  index: number;
  /** What became of a prompt; null for all else. */
  outcome: Exchange["outcome"] | null;
  /** What a gap says; else the event's one line. */
  text: string;
}

interface OutlineSources {
  events: readonly Event[];
  exchanges: readonly Exchange[];
  gaps: readonly Gap[];
  /** The calendar day of an instant in the zone that the reader chose. */
  dayOf: (instant: string) => string;
}

/** A conversation's days, prompts, gaps, and the events whose definition names them for it, in its order. */
export function outlineOf({ events, exchanges, gaps, dayOf }: OutlineSources): OutlineItem[] {
  const outcomes = new Map(exchanges.map(({ promptId, outcome }) => [promptId, outcome]));
  const reasons = new Map(gaps.map(({ afterEventId, reason }) => [afterEventId, reason]));
  const items: OutlineItem[] = [];
  let day: string | null = null;
  events.forEach((event, index) => {
    const add = (kind: OutlineItem["kind"], text = event.text) =>
      items.push({ key: `${kind}-${event.id}`, kind, event, index, outcome: outcomes.get(event.id) ?? null, text });
    const eventDay = dayOf(event.occurredAt);
    if (eventDay !== day) add("day");
    day = eventDay;
    if (outcomes.has(event.id)) add("prompt");
    else if (eventTypes.get(event.type)?.isOutlined && event.recognised) add("event");
    const reason = reasons.get(event.id);
    if (reason !== undefined) add("gap", reason);
  });
  return items;
}

/** The item that a reader at the event `index` is in; -1 before the first. */
export function outlinePlace(items: readonly OutlineItem[], index: number): number {
  return items.findLastIndex((item) => item.index <= index);
}
