import type { LabelChange } from "@/lib/events/conversation-labels";
import type { Event } from "@/lib/events/event";
import type { FoldState } from "./fold-state";
import { judge } from "./gaps";
import { getOwn, setOwn } from "./set-own";

/** Adding sets id and name, a later adding may rename; removing takes the id away. */
export function changeLabels(state: FoldState, { action, labels }: LabelChange, event: Event): void {
  judge(state, event, "labels", action === "remove" ? contradiction(state, labels) : null);
  for (const { id, name } of labels) {
    const known = name ?? getOwn(state.labelNames, id) ?? null;
    setOwn(state.labelNames, id, known);
    const place = state.labels.findIndex((label) => label.id === id);
    if (action === "remove") {
      if (place !== -1) state.labels.splice(place, 1);
    } else if (place === -1) state.labels.push({ id, name: known });
    else state.labels[place] = { id, name: known };
  }
}

function contradiction(state: FoldState, removed: LabelChange["labels"]): string | null {
  const missing = removed.filter(({ id }) => isKnownAbsent(state, id));
  if (missing.length === 0) return null;
  const names = missing.map(({ id, name }) => name ?? getOwn(state.labelNames, id) ?? id).join(", ");
  return `Label ${names} was removed, but its adding was never received.`;
}

/** When the start was not seen, a label not heard of may have been there before. */
function isKnownAbsent(state: FoldState, id: string): boolean {
  if (state.labels.some((label) => label.id === id)) return false;
  return state.creation !== null || Object.hasOwn(state.labelNames, id);
}
