"use client";

import { useMemo } from "react";
import { usePlayhead } from "@/components/playhead/playhead";
import type { Conversation } from "@/lib/conversation/conversation";
import type { Event } from "@/lib/events/event";
import { isStateNear, stateAt } from "@/lib/fold/checkpoints";
import { toConversation } from "@/lib/fold/fold";
import type { Change } from "@/lib/fold/log/change";
import { type MomentDifference, momentDifference } from "./moment-difference";

interface DifferenceSources {
  /** Index of the last event before the marker. */
  marker: number;
  /** The state at the playhead. */
  conversation: Conversation;
  events: readonly Event[];
  /** The changes of each event, by its id. */
  changes: ReadonlyMap<string, readonly Change[]>;
}

export interface Span {
  difference: MomentDifference;
  /** Indexes of the last events before the earlier and the later moment. */
  from: number;
  to: number;
}

/**
 * The differences between marker and playhead, the earlier one first. Null while a page that opened with a marker in a long
 * conversation is still folding up to it (see useMoment).
 */
export function useMomentDifference({ marker, conversation, events, changes }: DifferenceSources): Span | null {
  const { index } = usePlayhead();
  const isReady = isStateNear(events, marker);
  return useMemo(() => {
    if (!isReady) return null;
    const marked = toConversation(stateAt(events, marker));
    const isMarkerFirst = marker <= index;
    const [from, to] = isMarkerFirst ? [marker, index] : [index, marker];
    const [before, after] = isMarkerFirst ? [marked, conversation] : [conversation, marked];
    const between = events.slice(from + 1, to + 1);
    return { difference: momentDifference({ before, after, between, changes }), from, to };
  }, [isReady, marker, index, conversation, events, changes]);
}
