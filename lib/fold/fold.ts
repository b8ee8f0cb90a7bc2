import { listedAt } from "@/lib/conversation/clock-tolerance";
import { createdAtOf } from "@/lib/conversation/created-at-of";
import { copyState, emptyState, type FoldState } from "@/lib/conversation/fold-state";
import { interpret } from "@/lib/event-types/interpret";
import type { Interpretation } from "@/lib/event-types/interpretation";
import { unknownAccountKey, visitorKeyOf } from "@/lib/events/envelope";
import type { Envelope, Event } from "@/lib/events/event";

/**
 * The state after one more event. Pure and total: `state` stays as it was and no event makes it throw. Depends on nothing but
 * the list of events in timeline order (compareEvents), so that folding on from a snapshot equals folding anew.
 */
export function evolve(state: FoldState, event: Event): FoldState {
  return fold([event], state);
}

/**
 * The state after all these events, in timeline order; from the beginning unless told. Copies `from` once, not per event.
 *
 * @param meaningOf what an event means, where that is known already
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

/** The latest word of the envelopes about who and where; what an envelope leaves out stays. */
function identify(state: FoldState, { conversation, account, botId, visitor }: Envelope): void {
  state.id = conversation.id ?? state.id;
  if (account.key !== unknownAccountKey) state.account = account;
  if (botId !== null && botId !== state.bot?.id) state.bot = { id: botId, name: null };
  if (visitor.key !== visitorKeyOf(state.key)) state.visitor = visitor;
}

export { emptyState, type FoldState } from "@/lib/conversation/fold-state";
export { toConversation } from "@/lib/conversation/to-conversation";
