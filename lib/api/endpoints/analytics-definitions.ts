import {
  breakdownQuery,
  distributionQuery,
  metricBreakdown,
  metricDescriptions,
  metricDistribution,
  metricSeries,
  metricSummary,
  people,
  peopleQuery,
  seriesQuery,
  summaryQuery,
} from "@/lib/api/schemas/analytics";
import { define } from "./definition";
import { endpoints } from "./endpoints";

const tag = "Analytics";
const given = {
  tag,
  takesFilters: true,
  reads: { action: "search.run", list: "analytics" },
  mediaTypes: ["application/json", "text/csv"],
} as const;

const cohort =
  "Counts the conversations that started in the period and match the filters; `created` is not one of them. The filters `from` and `to` are the period here.";
const hidden = "Without the permission `personal`, numbers under 5 are hidden.";

export const analyticsDefinitions = {
  listMetrics: define(endpoints.listMetrics, {
    tag,
    summary: "List the metrics",
    description: "What each metric counts, and which events it needs.",
    answer: metricDescriptions,
  }),
  getMetricSummary: define(endpoints.getMetricSummary, {
    ...given,
    summary: "Get metrics of a period",
    description: `${cohort} ${hidden}`,
    query: summaryQuery,
    answer: metricSummary,
  }),
  getMetricSeries: define(endpoints.getMetricSeries, {
    ...given,
    summary: "Get a metric over time",
    description: `One cell per interval, including empty ones; at most 1,000. ${cohort} ${hidden}`,
    query: seriesQuery,
    answer: metricSeries,
  }),
  getMetricBreakdown: define(endpoints.getMetricBreakdown, {
    ...given,
    summary: "Break a metric down",
    description: `One cell per bot, channel, label, assignee, kind of sender who closed the conversation, language of the browser, weekday, hour of the day or of the week, or value of a variable. ${cohort} ${hidden}`,
    query: breakdownQuery,
    answer: metricBreakdown,
  }),
  getMetricDistribution: define(endpoints.getMetricDistribution, {
    ...given,
    summary: "Get the distribution of a duration",
    description: `How many values are in each range of durations, which does not include its end. For reply times: how many replies, and the conversations with at least one. ${cohort} ${hidden}`,
    query: distributionQuery,
    answer: metricDistribution,
  }),
  listPeople: define(endpoints.listPeople, {
    ...given,
    summary: "Compare people",
    description: `One entry per person who wrote or closed a conversation, those with the most conversations first. ${cohort} ${hidden}`,
    query: peopleQuery,
    answer: people,
  }),
};
