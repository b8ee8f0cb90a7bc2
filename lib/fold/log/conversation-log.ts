import { type Exchange, Pairing } from "@/lib/conversation/prompts/exchanges";
import type { Event } from "@/lib/events/event";
import { sharedLength } from "@/lib/fold/checkpoints";
import { emptyState, evolve } from "@/lib/fold/fold";
import type { AssigneeChange, Change, LabelChange, StatusChange, VariableChange } from "./change";
import { changesOfEvent } from "./changes-of-event";

/** Everything derived once from a conversation's events, for all its moments. */
export interface ConversationLog {
  exchanges: readonly Exchange[];
  /** The changes of each event, by its id. */
  changes: ReadonlyMap<string, readonly Change[]>;
  /** Every value of each variable, in order. */
  variableHistory: ReadonlyMap<string, readonly VariableChange[]>;
  labelChanges: readonly LabelChange[];
  statusChanges: readonly StatusChange[];
  assigneeChanges: readonly AssigneeChange[];
}

/** Shown while a long log is being read. */
export const unreadLog: ConversationLog = {
  exchanges: [],
  changes: new Map(),
  variableHistory: new Map(),
  labelChanges: [],
  statusChanges: [],
  assigneeChanges: [],
};

const eventsPerStep = 50;

/** Reads a conversation's events in timeline order, and continues when events are appended. */
export class LogReader {
  private readonly read: Event[] = [];
  private readonly pairing = new Pairing();
  private readonly changes = new Map<string, readonly Change[]>();
  private readonly variableHistory = new Map<string, VariableChange[]>();
  private readonly labelChanges: LabelChange[] = [];
  private readonly statusChanges: StatusChange[] = [];
  private readonly assigneeChanges: AssigneeChange[] = [];
  private state = emptyState("");

  /** Whether `events` starts with the events already read: after a late event, reading starts again. */
  canContinue(events: readonly Event[]): boolean {
    return sharedLength(this.read, events) === this.read.length;
  }

  /** Reads to the end of `events` in steps of a few milliseconds. */
  *readTo(events: readonly Event[]): Generator<undefined, ConversationLog> {
    while (this.read.length < events.length) {
      for (const event of events.slice(this.read.length, this.read.length + eventsPerStep)) this.add(event);
      yield;
    }
    return {
      exchanges: this.pairing.exchanges(),
      changes: new Map(this.changes),
      variableHistory: new Map([...this.variableHistory].map(([name, history]) => [name, [...history]])),
      labelChanges: [...this.labelChanges],
      statusChanges: [...this.statusChanges],
      assigneeChanges: [...this.assigneeChanges],
    };
  }

  private add(event: Event): void {
    const index = this.read.length;
    const before = index === 0 ? emptyState(event.envelope.conversation.key) : this.state;
    this.state = evolve(before, event);
    this.read.push(event);
    this.pairing.add(event);
    const changed = changesOfEvent({ event, index, before, after: this.state });
    if (changed.length > 0) this.changes.set(event.id, changed);
    for (const change of changed) {
      if (change.kind === "label") this.labelChanges.push(change);
      else if (change.kind === "status") this.statusChanges.push(change);
      else if (change.kind === "assignee") this.assigneeChanges.push(change);
      else remember(this.variableHistory, change);
    }
  }
}

function remember(history: Map<string, VariableChange[]>, change: VariableChange): void {
  const known = history.get(change.name);
  if (known) known.push(change);
  else history.set(change.name, [change]);
}
