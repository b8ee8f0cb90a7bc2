import type { LabelChange } from "./change";

/** A period in which a conversation had a label; there can be several. */
export interface LabelSpan {
  label: LabelChange["label"];
  added: LabelChange | null;
  /** Null while the label is set. */
  removed: LabelChange | null;
  /** Null if its addition was not received. */
  milliseconds: number | null;
}

/**
 * The periods of each label, in the order of their start, up to `until` (ISO 8601); `changes` up to the same moment, in order.
 * Renaming a label does not end a period.
 */
export function labelSpans(changes: readonly LabelChange[], until: string): LabelSpan[] {
  const spans: LabelSpan[] = [];
  for (const change of changes) {
    const open = spans.findLast(({ label, removed }) => label.id === change.label.id && removed === null);
    if (open) {
      open.label = change.label.name === null ? open.label : change.label;
      if (!change.added) open.removed = change;
    } else {
      const [added, removed] = change.added ? [change, null] : [null, change];
      spans.push({ label: change.label, added, removed, milliseconds: null });
    }
  }
  for (const span of spans) {
    if (span.added === null) continue;
    span.milliseconds = Math.max(0, Date.parse(span.removed?.at ?? until) - Date.parse(span.added.at));
  }
  return spans;
}
