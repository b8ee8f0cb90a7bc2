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
  /** Index of the last event that has happened at the marker. */
  marker: number;
  /** The state at the playhead's moment. */
  conversation: Conversation;
  events: readonly Event[];
  /** What each event changed, by its id. */
  changes: ReadonlyMap<string, readonly Change[]>;
}

export interface Span {
  difference: MomentDifference;
  /** Indexes of the last events that have happened at the earlier and at the later moment. */
  from: number;
  to: number;
}

/**
 * What differs between marker and playhead, the earlier of them first. Null while a page that opens with a marker in a long
 * conversation still folds the way to it (useMoment does so).
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
