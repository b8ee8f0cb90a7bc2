/** How far back the chart of deliveries goes. */
export const activityPeriods = ["24h", "7d"] as const;
export type ActivityPeriod = (typeof activityPeriods)[number];
