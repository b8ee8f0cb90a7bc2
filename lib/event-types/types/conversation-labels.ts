import * as z from "zod";
import { changeLabels, type LabelChange } from "@/lib/conversation/change-labels";
import type { EventDefinition } from "@/lib/event-types/event-definition";
import type { SentencePart } from "@/lib/event-types/sentence";
import { actorOf } from "@/lib/events/actor";
import { categories } from "@/lib/events/event-category";
import { identifier } from "@/lib/events/identifier";
import { listOf, optionalText } from "@/lib/messages/lenient";

const label = z.object({ id: z.unknown().optional(), name: z.unknown().optional() }).transform((sent, context) => {
  const id = identifier(sent.id);
  if (id !== null) return { id, name: identifier(sent.name) };
  context.addIssue({ code: "custom", path: ["id"], message: "is missing" });
  return z.NEVER;
});

const payload = z.looseObject({ action: optionalText, labels: listOf(label) }).transform(
  (sent): LabelChange => ({
    action: /^(delete|remove|detach)d?(ed)?$/i.test(sent.action.trim()) ? "remove" : "add",
    labels: sent.labels,
    by: actorOf(sent),
  }),
);

/** Labels added or removed. A removal carries only ids; every action except deleted, removed and detached adds. */
export const conversationLabels: EventDefinition<"conversation_labels", LabelChange> = {
  type: "conversation_labels",
  payload,
  sentence: ({ action, labels, by }, nameOf) => {
    const names = labels.flatMap(({ id, name }, place): SentencePart[] => [
      ...(place === 0 ? [] : [", "]),
      { strong: name === null ? id : `“${name}”` },
    ]);
    const what = [labels.length === 1 ? "label " : "labels ", ...(names.length === 0 ? ["(none)"] : names)];
    const done = action === "add" ? "added" : "removed";
    if (by !== null) return [{ strong: nameOf(by) }, ` ${done} `, ...what];
    return [labels.length === 1 ? "Label " : "Labels ", ...what.slice(1), ` ${done}`];
  },
  settled: ["action"],
  row: "line",
  icon: "label",
  category: categories.label,
  apply: changeLabels,
};
