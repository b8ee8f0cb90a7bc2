import "server-only";
import { can } from "@/lib/access/permissions";
import { type Cohort, conversationsWith } from "@/lib/analytics/narrow";
import { fewestShown } from "@/lib/analytics/reasons";
import { type Part, suppress } from "@/lib/analytics/suppress";
import type { FlowEdge, FlowPrompt } from "@/lib/api/schemas/flows";
import type { Viewer } from "@/lib/auth/viewer";
import { edgeName } from "@/lib/filters/definitions/flow/went";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import type { CountedSteps, FlowSteps } from "@/lib/store/analytics/count-flow";

export type Outcomes = Pick<FlowPrompt, "shown" | (typeof stepOutcomes)[number]>;

/** The outcomes of steps. Hidden if they could identify a person. */
export async function countOutcomes(
  viewer: Viewer,
  flow: FlowSteps,
  steps: readonly CountedSteps[],
): Promise<Map<string, Outcomes>> {
  const isMasked = !can(viewer, "personal");
  const conversations = isMasked ? await flow.conversationsOfOutcomes() : new Map<string, number>();
  return new Map(
    [...Map.groupBy(steps, ({ prompt }) => prompt)].map(([prompt, own]) => {
      const total = (some: readonly CountedSteps[]) => some.reduce((sum, { shown }) => sum + shown, 0);
      const counts = stepOutcomes.map((outcome) => ({
        ...{ outcome, count: total(own.filter((one) => one.outcome === outcome)), totals: [prompt] },
        conversations: conversations.get(`${prompt}/${outcome}`) ?? 0,
      }));
      const isHidden = isMasked && (conversations.get(`${prompt}/shown`) ?? 0) < fewestShown;
      const hidden = isMasked ? suppress(counts, fewestShown) : new Set();
      const shown = counts.map((one) => [one.outcome, isHidden || hidden.has(one) ? null : one.count] as const);
      // All outcomes are listed.
      return [prompt, { shown: isHidden ? null : total(own), ...Object.fromEntries(shown) } as Outcomes];
    }),
  );
}

/** An edge, with the number of its conversations. */
export interface CountedEdge
  extends Pick<FlowEdge, "from" | "answer" | "to" | "count" | "conversations">,
    Omit<Part, "conversations"> {
  /** Its value in the filter `went`. */
  name: string;
}

/** The edges of steps, the most frequent first. Those that could identify a person are left out. */
export async function countEdges(
  viewer: Viewer,
  cohort: Cohort,
  flow: FlowSteps,
  steps: readonly CountedSteps[],
): Promise<CountedEdge[]> {
  const counts = new Map<string, { from: string; answer: string | null; to: string; count: number }>();
  const add = (from: string, answer: string, to: string, more: number) => {
    const name = edgeName({ from, answer, to });
    const count = (counts.get(name)?.count ?? 0) + more;
    counts.set(name, { from, answer: answer === "" ? null : answer, to, count });
  };
  for (const { prompt, answer, cameFrom, to, shown } of steps) {
    add(prompt, answer, to, shown);
    if (cameFrom !== "prompt") add(cameFrom, "", prompt, shown);
  }
  const edges = [...counts].map(([name, edge]) => ({
    ...{ ...edge, name, totals: [`from ${edge.from}`, `to ${edge.to}`] },
    conversations: conversationsWith(cohort, "went", name),
  }));
  edges.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  if (can(viewer, "personal")) return edges;
  const conversations = await flow.conversationsOfEdges();
  const parts = edges.map((edge) => ({ ...edge, conversations: conversations.get(edge.name) ?? 0, edge }));
  const hidden = suppress(parts, fewestShown);
  return parts.filter((part) => !hidden.has(part)).map(({ edge }) => edge);
}
