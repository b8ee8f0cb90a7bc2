import "server-only";
import { type BothFilters, bothFilters } from "@/lib/filters/both-filters";
import { type ConversationFilters, noFilters } from "@/lib/filters/conversation-filters";
import { readSequenceStep, writeSequence } from "@/lib/filters/kinds/sequence-text";
import { isFilterName, readFilters } from "@/lib/filters/read-filters";
import { Refusal } from "@/lib/queries/refusal";

/** A step of a funnel. */
export interface FunnelStep {
  /** As in the request. */
  label: string;
  filters: ConversationFilters;
  /** As in the filter `inOrder`; null for a step without a time. */
  timed: string | null;
}

const period = ["created", "from", "to"];

/** Parses a step: `closed`, or a filter as `name=value`. */
export function readFunnelStep(label: string): FunnelStep | Refusal {
  if (label === "closed") return { label, filters: { ...noFilters, status: ["closed"] }, timed: label };
  const place = label.indexOf("=");
  const [name, value] = [label.slice(0, Math.max(place, 0)), label.slice(place + 1)];
  if (place === -1 || !isFilterName(name) || period.includes(name)) {
    return refused(`must be "closed", or a filter as in label=vip; not ${JSON.stringify(label)}`);
  }
  const read = readFilters(new URLSearchParams([[name, value]]));
  if (!read.ok) return refused(`has an invalid filter: ${read.message}`);
  const timed = label === "handedOver=yes" ? "handedOver" : label;
  return { label, filters: read.filters, timed: readSequenceStep(timed) === null ? null : timed };
}

/** The filters of the conversations that went through all of these steps. */
export function filtersThrough(
  given: ConversationFilters,
  steps: readonly FunnelStep[],
  { order, within }: { order: "strict" | "loose"; within: bigint | null },
): BothFilters {
  let filters: BothFilters = given;
  for (const step of steps) {
    if (filters === null || "unsupported" in filters) return filters;
    filters = bothFilters(filters, step.filters);
  }
  if (filters === null || "unsupported" in filters) return filters;
  const timed = steps.flatMap((step) => step.timed ?? []);
  if (timed.length < 2 || (order === "loose" && within === null)) return filters;
  return { ...filters, "inOrder.all": [...filters["inOrder.all"], writeSequence(order, within, timed)] };
}

function refused(problem: string): Refusal {
  return new Refusal("bad_request", `"step" ${problem}.`, "step");
}
