import type { LabelChange } from "./change";

/** For how long a conversation had a label, once; it can get it again. */
export interface LabelSpan {
  label: LabelChange["label"];
  added: LabelChange | null;
  /** Null while it has it still. */
  removed: LabelChange | null;
  /** Null where its adding was not received. */
  milliseconds: number | null;
}

/**
 * When each label was there, in the order in which they came, up to `until` (ISO 8601); `changes` up to the same moment, in
 * order. A renaming is no change.
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
