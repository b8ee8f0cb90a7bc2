"use client";

import { useMemo } from "react";
import { stateAt } from "@/lib/conversation/checkpoints";
import type { Conversation } from "@/lib/conversation/conversation";
import { toConversation } from "@/lib/conversation/fold";
import type { Event } from "@/lib/events/event";

/**
 * The conversation right after the event at `index`: folded here, from the nearest checkpoint. At the end the server's
 * state is the same, as long as it is of the same events.
 */
export function useMoment(events: readonly Event[], index: number, now: Conversation): Conversation {
  return useMemo(() => {
    const isNow = index === events.length - 1 && now.eventCount === events.length;
    return isNow ? now : toConversation(stateAt(events, index));
  }, [events, index, now]);
}
