import type { Actor, Event } from "@/lib/events/event";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";
import { getOwn, setOwn } from "./set-own";

export interface LabelChange {
  action: "add" | "remove";
  labels: { id: string; name: string | null }[];
  by: Actor | null;
}

/** Adds or removes labels. An addition sets id and name and can rename a label; a removal deletes the id. */
export function changeLabels(state: FoldState, { action, labels }: LabelChange, event: Event): void {
  const present = new Map(state.labels.map((label) => [label.id, label]));
  judge(state, event, "labels", action === "remove" ? contradiction(state, present, labels) : null);
  for (const { id, name } of labels) {
    const known = name ?? getOwn(state.labelNames, id) ?? null;
    setOwn(state.labelNames, id, known);
    if (action === "remove") present.delete(id);
    else present.set(id, { id, name: known });
  }
  state.labels = [...present.values()];
}

type Present = ReadonlyMap<string, FoldState["labels"][number]>;

function contradiction(state: FoldState, present: Present, removed: LabelChange["labels"]): string | null {
  // If the start was not received, an unknown label may have been there before.
  const isKnownAbsent = (id: string) =>
    !present.has(id) && (state.creation !== null || Object.hasOwn(state.labelNames, id));
  const missing = removed.filter(({ id }) => isKnownAbsent(id));
  if (missing.length === 0) return null;
  const names = missing.map(({ id, name }) => name ?? getOwn(state.labelNames, id) ?? id).join(", ");
  return `Label ${names} was removed, but the event that added it was not received.`;
}
