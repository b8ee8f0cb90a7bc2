"use client";

import { startTransition, useEffect, useMemo, useRef, useState } from "react";
import { inSlices } from "@/components/ui/in-slices";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { checkpointing, isStateNear, stateAt } from "@/lib/fold/checkpoints";
import { toConversation } from "@/lib/fold/fold";

interface MomentSources {
  /** The current state from the server. */
  now: Conversation;
  events: readonly Event[];
  /** False while only the last events of a long conversation are loaded: too few to fold. */
  complete: boolean;
  /** Index of the last event at this moment. */
  index: number;
}

/**
 * The conversation's state after the event at `index`, folded here from the nearest checkpoint. At the end it equals the server's
 * state if that has the same events. Null while a page that opens in the middle of a long conversation is still folding, in
 * slices.
 */
export function useMoment({ now, events, complete, index }: MomentSources): Conversation | null {
  const [, setFolded] = useState(events);
  const wasShown = useRef(false);
  const isNow = (index === events.length - 1 && now.eventCount === events.length) || !complete;
  const isReady = isNow || wasShown.current || isStateNear(events, index);

  useEffect(() => {
    if (!complete) return;
    return inSlices(checkpointing(events, events.length - 1), () => startTransition(() => setFolded(events)));
  }, [events, complete]);
  useEffect(() => {
    wasShown.current ||= isReady;
  });

  return useMemo(() => {
    if (!isReady) return null;
    return isNow ? now : toConversation(stateAt(events, index));
  }, [isReady, isNow, now, events, index]);
}
