import "server-only";
import type { Cohort } from "@/lib/analytics/narrow";
import { momentWords, readPeriodMoment } from "@/lib/analytics/period";
import type { ConversationFilters } from "@/lib/filters/conversation-filters";
import { Refusal } from "@/lib/queries/refusal";
import { now } from "@/lib/time/instant";

/** A period and filters, as requested. */
export interface CohortRequest {
  filters: ConversationFilters;
  from: string;
  to: string;
  tz: string;
}

/** The cohort of a request. */
export function readCohort({ filters, from, to, tz }: CohortRequest, at = now()): Cohort | Refusal {
  if (filters.created !== null) {
    return new Refusal("bad_request", '"created" is not supported here; use "from" and "to".', "created");
  }
  const [start, end] = [readPeriodMoment(from, at, tz), readPeriodMoment(to, at, tz)];
  if (start === null) return new Refusal("bad_request", `"from" ${momentWords}.`, "from");
  if (end === null) return new Refusal("bad_request", `"to" ${momentWords}, or "now".`, "to");
  if (start >= end) return new Refusal("bad_request", '"to" must be after "from".', "to");
  return { filters, from: start, to: end };
}
