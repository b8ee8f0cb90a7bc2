"use client";

import { useMemo } from "react";
import { stateAt } from "@/lib/conversation/checkpoints";
import type { Conversation } from "@/lib/conversation/conversation";
import { toConversation } from "@/lib/conversation/fold";
import type { Event } from "@/lib/events/event";

interface MomentSources {
  /** The state now, as the server tells it. */
  now: Conversation;
  events: readonly Event[];
  /** False while only the last events of a long conversation are there: too few to fold. */
  complete: boolean;
  /** The last event that has happened. */
  index: number;
}

/**
 * The conversation right after the event at `index`: folded here, from the nearest checkpoint. At the end the server's
 * state is the same, as long as it is of the same events.
 */
export function useMoment({ now, events, complete, index }: MomentSources): Conversation {
  return useMemo(() => {
    const isNow = index === events.length - 1 && now.eventCount === events.length;
    return isNow || !complete ? now : toConversation(stateAt(events, index));
  }, [now, events, complete, index]);
}
