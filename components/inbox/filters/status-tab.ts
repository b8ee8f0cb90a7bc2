import type { ConversationFilters } from "@/lib/filters/conversation-filters";

export type StatusTab = "all" | "open" | "unassigned" | "closed";

/** The filters set by a tab; other filters are kept. `unassigned` combines a status with no assignee. */
export function filtersOfTab(tab: StatusTab, { assignee }: ConversationFilters): Partial<ConversationFilters> {
  const someone = assignee.filter((wanted) => wanted !== "none");
  switch (tab) {
    case "all":
      return { status: [], assignee: someone };
    case "unassigned":
      return { status: ["open"], assignee: ["none"] };
    default:
      return { status: [tab], assignee: someone };
  }
}

export function tabOfFilters({ status, assignee }: ConversationFilters): StatusTab {
  const only = status.length === 1 ? status[0] : undefined;
  if (only === "open" && assignee.length === 1 && assignee[0] === "none") return "unassigned";
  return only ?? "all";
}
