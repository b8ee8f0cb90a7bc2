import { listedAt } from "@/lib/conversation/clock-tolerance";
import { createdAtOf } from "@/lib/conversation/created-at-of";
import { copyState, emptyState, type FoldState } from "@/lib/conversation/fold-state";
import { interpret } from "@/lib/event-types/interpret";
import type { Interpretation } from "@/lib/event-types/interpretation";
import { unknownAccountKey, visitorKeyOf } from "@/lib/events/envelope";
import type { Envelope, Event } from "@/lib/events/event";

/**
 * The state after one more event. Pure and total: `state` is not modified and no event makes it throw. Depends only on the list
 * of events in timeline order (compareEvents), so that continuing from a snapshot equals folding from the start.
 */
export function evolve(state: FoldState, event: Event): FoldState {
  return fold([event], state);
}

/**
 * The state after all these events, in timeline order, starting from `from` or the empty state. Copies `from` once, not per
 * event.
 *
 * @param meaningOf returns the interpretation of an event if it is already known
 */
export function fold(
  events: readonly Event[],
  from?: FoldState,
  meaningOf: (event: Event) => Interpretation | undefined = () => undefined,
): FoldState {
  const state = from === undefined ? emptyState(events[0]?.envelope.conversation.key ?? "") : copyState(from);
  for (const event of events) advance(state, event, meaningOf(event) ?? interpret(event));
  return state;
}

function advance(state: FoldState, event: Event, meaning: Interpretation): void {
  const { creation } = state;
  identify(state, event.envelope);
  meaning.apply(state, event);
  state.eventCount += 1;
  state.firstEventAt ??= event.occurredAt;
  state.lastEventAt = event.occurredAt;
  const listed = listedAt(event);
  if (state.listedAt === null || listed > state.listedAt) state.listedAt = listed;
  if (state.createdListedAt === null || state.creation !== creation) {
    state.createdListedAt = listedAt({ occurredAt: createdAtOf(state), receivedAt: event.receivedAt });
  }
  state.lastEventId = event.id;
}

/** Applies the account, bot, conversation and visitor of an envelope; missing fields stay unchanged. */
function identify(state: FoldState, { conversation, account, botId, visitor }: Envelope): void {
  state.id = conversation.id ?? state.id;
  if (account.key !== unknownAccountKey) state.account = account;
  if (botId !== null && botId !== state.bot?.id) state.bot = { id: botId, name: null };
  if (visitor.key !== visitorKeyOf(state.key)) state.visitor = visitor;
}

export { emptyState, type FoldState } from "@/lib/conversation/fold-state";
export { toConversation } from "@/lib/conversation/to-conversation";
