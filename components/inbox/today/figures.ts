import { type ConversationSort, defaultSort } from "@/lib/columns/sorts";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";

/** A count of conversations: those that the inbox lists with the same filters. */
export interface Figure {
  name: string;
  filters: ConversationFilters;
  sort: ConversationSort;
}

const inLastDay = { ...noFilters, active: "24h" };

export const waitingNow: Figure = {
  name: "waiting now",
  filters: { ...noFilters, waiting: "yes" },
  sort: "waitingSince",
};

export const handedOver: Figure = {
  name: "handed over",
  filters: { ...inLastDay, handedOver: "yes" },
  sort: defaultSort,
};

/** In display order. */
export const figures: readonly Figure[] = [
  waitingNow,
  handedOver,
  { name: "closed by a bot", filters: { ...inLastDay, closedBy: ["bot"] }, sort: defaultSort },
  { name: "reopened", filters: { ...inLastDay, reopened: "yes" }, sort: defaultSort },
];

/** The conversations in which drop-offs are counted. */
export const inLastWeek: ConversationFilters = { ...noFilters, active: "7d" };
