import "server-only";
import type { FlowList, FlowMap, FlowPromptDetail, FlowWiring } from "@/lib/api/schemas/flows";
import { csvHeader, csvRows } from "@/lib/queries/exports/csv-rows";

const outcomes = ["shown", "answered", "typedInstead", "askedAgain", "handedOver", "abandoned", "pending"] as const;

/** Bots as CSV: one row per bot. */
export function flowListCsv({ data }: FlowList): string {
  return table(
    ["id", "name", "conversations", "shown", "answered", "handedOver", "abandoned", "list"],
    data.map(({ id, name, conversations, shown, answered, handedOver, abandoned }) => [
      ...[id, name, conversations.value, shown, answered, handedOver.value, abandoned.value],
      `?${conversations.conversations}`,
    ]),
  );
}

/** A flow as CSV: one row per prompt, then one per edge. */
export function flowCsv({ prompts, edges }: FlowMap): string {
  const columns = ["kind", "from", "type", "title", "answer", "answerTitle", "to", "count", ...outcomes.slice(1)];
  const nothing = outcomes.slice(1).map(() => null);
  return table(
    [...columns, "medianMs", "variants", "conversations"],
    [
      ...prompts.map((one) => [
        ...["prompt", one.id, one.type, one.title, null, null, null],
        ...outcomes.map((outcome) => one[outcome]),
        ...[one.answerTime.value, one.variants, `?${one.conversations}`],
      ]),
      ...edges.map(({ from, answer, answerTitle, to, count, medianMs, conversations }) => [
        ...["edge", from, null, null, answer, answerTitle, to, count, ...nothing, medianMs, null],
        `?${conversations}`,
      ]),
    ],
  );
}

/** A prompt as CSV: one row per variant, answer, edge, and week around an edit. */
export function flowPromptCsv({ variants, answers, next, edits }: FlowPromptDetail): string {
  return table(
    ["kind", "id", "title", "to", "from", "until", "count", "medianMs", ...outcomes.slice(1), "conversations"],
    [
      ...variants.map(({ id, title, firstSeen, lastSeen, shown, conversations }) => [
        ...["variant", id, title, null, firstSeen, lastSeen, shown, null, ...outcomes.slice(1).map(() => null)],
        `?${conversations}`,
      ]),
      ...answers.map(({ answer, title, count, time, conversations }) => [
        ...["answer", answer, title, null, null, null, count, time.value, ...outcomes.slice(1).map(() => null)],
        `?${conversations}`,
      ]),
      ...next.map(({ answer, answerTitle, to, count, medianMs, conversations }) => [
        ...["next", answer, answerTitle, to, null, null, count, medianMs, ...outcomes.slice(1).map(() => null)],
        `?${conversations}`,
      ]),
      ...edits.flatMap(({ variant, title, before, after }) =>
        [before, after].map((one, place) => [
          ...[place === 0 ? "before" : "after", variant, title, null, one.from, one.to, one.shown, null],
          ...[...outcomes.slice(1).map((outcome) => one[outcome]), null],
        ]),
      ),
    ],
  );
}

/** Wiring as CSV: one row per choice. */
export function flowWiringCsv({ data }: FlowWiring): string {
  return table(
    ["prompt", "promptTitle", "answer", "title", "leadsTo", "count", "next", "flags", "conversations"],
    data.map(({ next, flags, conversations, ...wire }) => [
      ...[wire.prompt, wire.promptTitle, wire.answer, wire.title, wire.leadsTo, wire.count],
      next.map(({ to, count }) => `${to}: ${count}`).join(", "),
      ...[flags.join(", "), `?${conversations}`],
    ]),
  );
}

function table(columns: readonly string[], rows: Parameters<typeof csvRows>[0]): string {
  return csvHeader([...columns], "spreadsheet") + csvRows(rows, "spreadsheet");
}
