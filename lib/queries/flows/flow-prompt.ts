import "server-only";
import { cohortWith, conversationsWith } from "@/lib/analytics/narrow";
import type { FlowPromptDetail } from "@/lib/api/schemas/flows";
import type { Viewer } from "@/lib/auth/viewer";
import { notFound, Refusal } from "@/lib/queries/refusal";
import { toIso } from "@/lib/time/instant";
import { countOutcomes, type Outcomes } from "./flow-counts";
import { edgesOf, headerOf, promptsOf } from "./flow-map";
import type { ShownText } from "./flow-titles";
import { type FlowRequest, type ReadFlow, readFlow } from "./read-flow";

const week = 7n * 86_400_000_000n;
/** The share of the showings after an edit that have the new text. */
const replaced = 0.8;
const mostEdits = 10;
const noTimes = { n: 0, median: null, p90: null };

type Edit = FlowPromptDetail["edits"][number];
type Variant = ReturnType<typeof variantsOf>[number];

/** One prompt of a bot: its variants, answers, what follows, and its edits. */
export async function flowPrompt(
  viewer: Viewer,
  { id, ...request }: FlowRequest & { id: string },
): Promise<FlowPromptDetail | Refusal> {
  const flow = await readFlow(viewer, request);
  if (flow instanceof Refusal) return flow;
  const own = { ...flow, steps: flow.steps.ofPrompt(id) };
  const steps = await own.steps.count();
  const [prompt] = await promptsOf(viewer, own, steps);
  if (prompt === undefined) return notFound("prompt with this ID in the period");
  // Edges that lead to it are those of the prompts before.
  const next = (await edgesOf(viewer, own, steps)).filter(({ from }) => from === id);
  const answers = await answersOf(own, id, next);
  const variants = variantsOf(own, id);
  return {
    ...headerOf(flow, request),
    prompt,
    variants: variants.map(({ texts: _, ...one }) => one),
    answers,
    next,
    edits: await editsOf(viewer, own, variants),
  };
}

/** The last edit of a prompt; null if there is none. */
export async function lastEditOf(
  viewer: Viewer,
  { id, ...request }: FlowRequest & { id: string },
): Promise<Edit | null | Refusal> {
  const flow = await readFlow(viewer, request);
  if (flow instanceof Refusal) return flow;
  const own = { ...flow, steps: flow.steps.ofPrompt(id) };
  for (const variant of candidatesOf(variantsOf(own, id)).toReversed()) {
    const edit = await editOf(viewer, own, variant);
    if (edit !== null) return edit;
  }
  return null;
}

function variantsOf({ titles, cohort }: ReadFlow, id: string) {
  const [prompt = ""] = id.split(".");
  const found = [...Map.groupBy(titles.textsOf(id), ({ variant }) => variant)].map(([variant, texts]) => ({
    ...{ id: variant, texts, title: titles.title(texts), shown: titles.shown(texts) },
    firstSeen: toIso(firstSeen(texts)),
    lastSeen: toIso(lastSeen(texts)),
    conversations: conversationsWith(cohort, "asked", `${prompt}.${variant}`),
  }));
  return found.sort((a, b) => (a.firstSeen < b.firstSeen ? -1 : 1));
}

function firstSeen(texts: readonly ShownText[]): bigint {
  return texts.map((text) => text.firstSeen).sort(inOrder)[0] ?? 0n;
}

function lastSeen(texts: readonly ShownText[]): bigint {
  return (
    texts
      .map((text) => text.lastSeen)
      .sort(inOrder)
      .at(-1) ?? 0n
  );
}

function inOrder(a: bigint, b: bigint): number {
  return a < b ? -1 : 1;
}

/** The visible edges of a prompt by their answers. */
async function answersOf({ steps, cohort, cells, titles }: ReadFlow, id: string, next: FlowPromptDetail["next"]) {
  const times = await steps.answerTimes("answer");
  const choices = Map.groupBy(
    next.filter(({ answer }) => answer !== null),
    ({ answer }) => answer,
  );
  const answers = [...choices].map(async ([answer, edges]) => {
    const name = `${id}/${answer}`;
    const chose = cohortWith(cohort, "chose", name);
    return {
      ...{ answer, title: titles.answer(id, answer), count: edges.reduce((sum, { count }) => sum + count, 0) },
      time: await cells.duration(chose, times.get(name) ?? noTimes, 0),
      conversations: conversationsWith(cohort, "chose", name),
    };
  });
  return (await Promise.all(answers)).sort(
    (a, b) => b.count - a.count || (String(a.answer) < String(b.answer) ? -1 : 1),
  );
}

/** The last edits of the prompt, the oldest first. */
async function editsOf(viewer: Viewer, flow: ReadFlow, variants: readonly Variant[]): Promise<Edit[]> {
  const edits: Edit[] = [];
  for (const variant of candidatesOf(variants)) {
    const edit = await editOf(viewer, flow, variant);
    if (edit !== null) edits.push(edit);
  }
  return edits;
}

/** The variants that may be edits: the last ones, but not the first text. */
function candidatesOf(variants: readonly Variant[]): Variant[] {
  return variants.slice(1).slice(-mostEdits);
}

/** The edit that a variant began with; null if most showings from its first one on do not have it. */
async function editOf(viewer: Viewer, { steps, titles }: ReadFlow, { id, texts }: Variant): Promise<Edit | null> {
  const at = firstSeen(texts);
  const around = async (from: bigint, to: bigint) => {
    const some = steps.between(from, to);
    const [outcomes] = (await countOutcomes(viewer, some, await some.count())).values();
    return { from: toIso(from), to: toIso(to), ...(outcomes ?? nothingShown) };
  };
  const [before, after] = [await around(at - week, at), await around(at, at + week)];
  const ids = new Set(texts.map((text) => text.id));
  const counted = await steps.between(at, at + week).countTexts(false);
  const count = counted.reduce((sum, { textId, shown }) => sum + (ids.has(textId) ? shown : 0), 0);
  if (before.shown === 0 || after.shown === null || count < replaced * after.shown) return null;
  return { variant: id, title: titles.title(texts), at: toIso(at), before, after };
}

const nothingShown: Outcomes = {
  ...{ shown: 0, answered: 0, typedInstead: 0, askedAgain: 0, handedOver: 0, abandoned: 0, pending: 0 },
};
