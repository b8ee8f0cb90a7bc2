import type { Event } from "@/lib/events/event";
import { categories, type EventCategory } from "@/lib/events/event-category";
import { eventTypes } from "./event-types";

/** All categories, in the order in which the filter lists them. */
export const eventCategories: readonly EventCategory[] = allCategories();

/** The category under which the timeline's filter lists an event. */
export function categoryOf(event: Pick<Event, "type" | "messageType" | "recognised">): EventCategory {
  const category = eventTypes.get(event.type)?.category;
  if (category === undefined || !event.recognised) return categories.other;
  return typeof category === "function" ? category(event) : category;
}

function allCategories(): EventCategory[] {
  const own = [...eventTypes.values()].flatMap(({ category }) => (typeof category === "function" ? [] : [category]));
  const { other, ...shared } = categories;
  return [...new Set<EventCategory>([...Object.values(shared), ...own]), other];
}
