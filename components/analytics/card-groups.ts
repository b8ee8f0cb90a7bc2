import type { MetricId } from "@/lib/analytics/metrics";

interface CardGroup {
  title: string;
  /** It has a row of its own, where there is room. */
  isWide?: boolean;
  ids: readonly MetricId[];
}

/** The page's cards in display order: each metric is in one group. */
export const cardGroups: readonly CardGroup[] = [
  { title: "Conversations", isWide: true, ids: ["started", "newVisitors", "engaged", "visitorTurns", "duration"] },
  { title: "Bot", ids: ["botOnly", "abandoned", "botSilent"] },
  { title: "People", ids: ["handedOver", "humanWait", "replyTime"] },
  {
    title: "Closing",
    isWide: true,
    ids: ["closed", "closedByBot", "closedByHuman", "closedBySystem", "resolutionTime", "reopened"],
  },
];
