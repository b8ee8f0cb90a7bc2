/** Time spans of the deliveries chart. */
export const activityPeriods = ["24h", "7d"] as const;
export type ActivityPeriod = (typeof activityPeriods)[number];
