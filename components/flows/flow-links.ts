import type { AnalyticsSearch } from "@/components/analytics/analytics-search";
import type { FlowEdge, FlowPrompt } from "@/lib/api/schemas/flows";
import { edgeName } from "@/lib/filters/definitions/flow/went";
import type { StepOutcome } from "@/lib/filters/kinds/condition";

/** The list of the conversations in which a prompt had an outcome. */
export function outcomeHref(
  { id, conversations }: Pick<FlowPrompt, "id" | "conversations">,
  outcome: StepOutcome,
): string {
  const parameters = new URLSearchParams(conversations);
  const asked = parameters.getAll("asked.all");
  parameters.delete("asked.all");
  for (const value of asked) parameters.append("asked.all", value === id ? `${id}/${outcome}` : value);
  return `/?${parameters}`;
}

/** The list of the conversations that went one of these ways; null if no list can say so. */
export function edgesHref(edges: readonly FlowEdge[], { filters }: AnalyticsSearch): string | null {
  const [first, ...more] = edges;
  if (first === undefined) return null;
  if (more.length === 0) return `/?${first.conversations}`;
  // "Any of" in the page's filters and in this list would be one list of values.
  if (filters.went.length > 0 || filters["went.all"].length > 0) return null;
  const parameters = new URLSearchParams(first.conversations);
  parameters.delete("went.all");
  for (const edge of edges) parameters.append("went", edgeName(edge));
  return `/?${parameters}`;
}
