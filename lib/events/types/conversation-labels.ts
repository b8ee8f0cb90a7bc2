import { z } from "zod";
import { changeLabels } from "@/lib/conversation/change-labels";
import { listOf, optionalText } from "@/lib/messages/lenient";
import { actorOf } from "../actor";
import type { Actor } from "../event";
import { categories } from "../event-category";
import type { EventDefinition } from "../event-definition";
import { identifier } from "../identifier";
import type { SentencePart } from "../sentence";

export interface LabelChange {
  action: "add" | "remove";
  labels: { id: string; name: string | null }[];
  by: Actor | null;
}

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

/** Labels put on or taken off. A removal carries only ids; any word but deleted, removed and detached puts on. */
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
