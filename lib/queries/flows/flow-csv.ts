import "server-only";
import type { FlowList, FlowMap, FlowPromptDetail, FlowWiring } from "@/lib/api/schemas/flows";
import { stepOutcomes } from "@/lib/filters/kinds/condition";
import { csvTable } from "@/lib/queries/exports/csv-rows";

const noOutcomes = stepOutcomes.map(() => null);

/** Bots as CSV: one row per bot. */
export function flowListCsv({ data }: FlowList): string {
  return csvTable(
    ["id", "name", "conversations", "shown", "answered", "handedOver", "abandoned", "list"],
    data.map(({ id, name, conversations, shown, answered, handedOver, abandoned }) => [
      ...[id, name, conversations.value, shown, answered, handedOver.value, abandoned.value],
      `?${conversations.conversations}`,
    ]),
  );
}

/** A flow as CSV: one row per prompt, then one per edge. */
export function flowCsv({ prompts, edges }: FlowMap): string {
  const columns = ["kind", "from", "type", "title", "answer", "answerTitle", "to", "count", ...stepOutcomes];
  return csvTable(
    [...columns, "medianMs", "variants", "conversations"],
    [
      ...prompts.map((one) => [
        ...["prompt", one.id, one.type, one.title, null, null, null, one.shown],
        ...stepOutcomes.map((outcome) => one[outcome]),
        ...[one.answerTime.value, one.variants, `?${one.conversations}`],
      ]),
      ...edges.map(({ from, answer, answerTitle, to, count, medianMs, conversations }) => [
        ...["edge", from, null, null, answer, answerTitle, to, count, ...noOutcomes, medianMs, null],
        `?${conversations}`,
      ]),
    ],
  );
}

/** A prompt as CSV: one row per variant, answer, edge, and week around an edit. */
export function flowPromptCsv({ variants, answers, next, edits }: FlowPromptDetail): string {
  return csvTable(
    ["kind", "id", "title", "to", "from", "until", "count", "medianMs", ...stepOutcomes, "conversations"],
    [
      ...variants.map(({ id, title, firstSeen, lastSeen, shown, conversations }) => [
        ...["variant", id, title, null, firstSeen, lastSeen, shown, null, ...noOutcomes],
        `?${conversations}`,
      ]),
      ...answers.map(({ answer, title, count, time, conversations }) => [
        ...["answer", answer, title, null, null, null, count, time.value, ...noOutcomes],
        `?${conversations}`,
      ]),
      ...next.map(({ answer, answerTitle, to, count, medianMs, conversations }) => [
        ...["next", answer, answerTitle, to, null, null, count, medianMs, ...noOutcomes],
        `?${conversations}`,
      ]),
      ...edits.flatMap(({ variant, title, before, after }) =>
        [before, after].map((one, place) => [
          ...[place === 0 ? "before" : "after", variant, title, null, one.from, one.to, one.shown, null],
          ...[...stepOutcomes.map((outcome) => one[outcome]), null],
        ]),
      ),
    ],
  );
}

/** Wiring as CSV: one row per choice. */
export function flowWiringCsv({ data }: FlowWiring): string {
  return csvTable(
    ["prompt", "promptTitle", "answer", "title", "leadsTo", "count", "next", "flags", "conversations"],
    data.map(({ next, flags, conversations, ...wire }) => [
      ...[wire.prompt, wire.promptTitle, wire.answer, wire.title, wire.leadsTo, wire.count],
      next.map(({ to, count }) => `${to}: ${count}`).join(", "),
      ...[flags.join(", "), `?${conversations}`],
    ]),
  );
}
