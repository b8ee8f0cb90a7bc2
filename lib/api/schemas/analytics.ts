import { z } from "zod";
import { type Dimension, dimensions, isDimension } from "@/lib/analytics/dimensions";
import { distributedIds } from "@/lib/analytics/distributions";
import { intervals } from "@/lib/analytics/intervals";
import { metricIds } from "@/lib/analytics/metrics";
import { defaultPeriod } from "@/lib/analytics/period";
import { isZone } from "@/lib/time/is-zone";
import { wholeNumber } from "./parameters";

const oneOf = (names: readonly string[]) => `must be one of ${names.join(", ")}`;

export const metricId = z.enum(metricIds, oneOf(metricIds));

const dimension = z
  .string()
  .max(1000, "is longer than 1000 characters")
  .refine((given) => !given.includes("\0") && isDimension(given), {
    error: ({ input }) => `must be one of ${dimensions.join(", ")}, var.<name>; not ${JSON.stringify(input)}`,
  })
  .transform((given) => given as Dimension);

const isMetricList = (text: string) => text.split(",").every((name) => metricId.safeParse(name).success);

const metricNames = z
  .array(
    z
      .string()
      .max(1000, "is longer than 1000 characters")
      .refine(isMetricList, `must be names of metrics, separated by commas: ${metricIds.join(", ")}`),
  )
  .max(50, "has more than 50 values")
  .default([]);

const moment = z.string().max(100, "is longer than 100 characters");

/** The parameters of all metrics. */
export const periodQuery = {
  from: moment
    .default(defaultPeriod.from)
    .describe("The start of the period: a day in `tz`, a time (UTC unless it has an offset), or how long ago (`30d`)."),
  to: moment
    .default(defaultPeriod.to)
    .describe("The end of the period, which does not belong to it: as `from`, or `now`."),
  tz: z
    .string()
    .refine(isZone, "must be the IANA name of a time zone, such as Europe/Berlin")
    .default("UTC")
    .describe("The zone of days, weeks and months: an IANA name."),
  format: z.enum(["json", "csv"], 'must be "json" or "csv"').default("json").describe("The format of the answer."),
};

export const summaryQuery = z.strictObject({
  ...periodQuery,
  metrics: metricNames.describe("Names of metrics, separated by commas; all unless given."),
  compare: z
    .enum(["previous"], 'must be "previous"')
    .optional()
    .describe("Also return the period of the same length before."),
});

export const seriesQuery = z.strictObject({
  ...periodQuery,
  metric: metricId.describe("The metric."),
  interval: z.enum(intervals, oneOf(intervals)).default("day").describe("The length of an interval."),
});

export const distributionQuery = z.strictObject({
  ...periodQuery,
  metric: z.enum(distributedIds, oneOf(distributedIds)).describe("The metric, a duration."),
});

export const peopleQuery = z.strictObject(periodQuery);

export const breakdownQuery = z.strictObject({
  ...periodQuery,
  metric: metricId.describe("The metric."),
  by: dimension.describe(`What to group by: ${dimensions.join(", ")}, or the values of a variable (\`var.<name>\`).`),
  limit: wholeNumber(1, 100, 20).describe(
    "Groups: those with the most conversations. Weekdays and hours are all returned, in their order.",
  ),
});

export const cell = z.object({
  /** Count; share from 0 to 1; median of a duration in milliseconds, or of a number. */
  value: z.number().nullable(),
  /** A share's denominator; how many values a duration or number has; a count itself. */
  n: z.int(),
  /** A share's numerator. */
  k: z.int().optional(),
  p90: z.number().optional(),
  /** Of a share: Wilson, 95 %. */
  interval: z.tuple([z.number(), z.number()]).optional(),
  /** Settled conversations that were handed over and that no person answered. */
  neverAnswered: z.int().optional(),
  /** Conversations of the period that are not settled yet. */
  pending: z.int(),
  /** Why there is no value. */
  reason: z.string().optional(),
  method: z.literal("exact"),
  /** The query string of the list with exactly the counted conversations. */
  conversations: z.string(),
});

export type Cell = z.infer<typeof cell>;

const cells = z.partialRecord(metricId, cell);
const instant = z.string();

export const metricDescriptions = z.object({
  data: z.array(
    z.object({
      id: metricId,
      title: z.string(),
      unit: z.enum(["count", "share", "duration", "number"]),
      definition: z.string(),
      /** Event types: if one has never arrived, the metric has no value. */
      needs: z.array(z.string()),
    }),
  ),
});

export const metricSummary = z.object({
  asOf: instant,
  from: instant,
  to: instant,
  tz: z.string(),
  metrics: cells,
  previous: cells.optional(),
});

export const metricSeries = z.object({ asOf: instant, data: z.array(z.object({ from: instant, cell })) });

export const metricBreakdown = z.object({
  asOf: instant,
  data: z.array(z.object({ key: z.string(), name: z.string(), cell })),
  /** The conversations in none of these groups. */
  others: cell.nullable(),
});

export const metricDistribution = z.object({
  asOf: instant,
  /** Why there are no values. */
  reason: z.string().optional(),
  data: z.array(
    z.object({
      fromMs: z.int(),
      /** Not included; null for the last range. */
      toMs: z.int().nullable(),
      /** Null if it is hidden. */
      count: z.int().nullable(),
      /** The query string of the list with exactly the conversations that have such a value. */
      conversations: z.string(),
    }),
  ),
});

export const people = z.object({
  asOf: instant,
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      email: z.string().nullable(),
      /** In which the person wrote. */
      conversations: cell,
      messages: cell,
      replyTime: cell,
      /** Closed now, by the person. */
      closes: cell,
    }),
  ),
});

export type People = z.input<typeof people>;
export type MetricSummary = z.input<typeof metricSummary>;
export type MetricSeries = z.input<typeof metricSeries>;
export type MetricDistribution = z.input<typeof metricDistribution>;
export type MetricBreakdown = z.input<typeof metricBreakdown>;
