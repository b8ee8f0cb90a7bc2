import type { Change, LabelChange, StatusChange, VariableChange } from "@/components/timeline/change";
import { changesOfEvent } from "@/components/timeline/changes-of-event";
import { type Exchange, pairingOf } from "@/lib/conversation/exchanges";
import { emptyState, evolve } from "@/lib/conversation/fold";
import type { Event } from "@/lib/events/event";

/** What is derived from a conversation's events once, for every moment of it. */
export interface ConversationLog {
  exchanges: readonly Exchange[];
  /** What each event changed, by its id. */
  changes: ReadonlyMap<string, readonly Change[]>;
  /** Every value that each variable has had, in order. */
  variableHistory: ReadonlyMap<string, readonly VariableChange[]>;
  labelChanges: readonly LabelChange[];
  statusChanges: readonly StatusChange[];
}

/** What is shown while a long log is still being read. */
export const unreadLog: ConversationLog = {
  exchanges: [],
  changes: new Map(),
  variableHistory: new Map(),
  labelChanges: [],
  statusChanges: [],
};

const eventsPerStep = 50;

/** Reads the whole log in steps of a few milliseconds; `events` in timeline order. */
export function* conversationLog(events: readonly Event[]): Generator<undefined, ConversationLog> {
  const changes = new Map<string, readonly Change[]>();
  const variableHistory = new Map<string, VariableChange[]>();
  const labelChanges: LabelChange[] = [];
  const statusChanges: StatusChange[] = [];

  let before = emptyState(events[0]?.envelope.conversation.key ?? "");
  for (const [index, event] of events.entries()) {
    if (index % eventsPerStep === 0) yield;
    const after = evolve(before, event);
    const changed = changesOfEvent({ event, index, before, after });
    before = after;
    if (changed.length > 0) changes.set(event.id, changed);
    for (const change of changed) {
      if (change.kind === "label") labelChanges.push(change);
      else if (change.kind === "status") statusChanges.push(change);
      else if (change.kind === "variable") remember(variableHistory, change);
    }
  }
  return { exchanges: yield* pairingOf(events), changes, variableHistory, labelChanges, statusChanges };
}

function remember(history: Map<string, VariableChange[]>, change: VariableChange): void {
  const known = history.get(change.name);
  if (known) known.push(change);
  else history.set(change.name, [change]);
}
