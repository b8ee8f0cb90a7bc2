"use client";

import { startTransition, useEffect, useMemo, useRef, useState } from "react";
import { atOnce, inSlices } from "@/components/ui/in-slices";
import type { Event } from "@/lib/events/event";
import { type ConversationLog, LogReader, unreadLog } from "@/lib/fold/log/conversation-log";

/** Up to this many events are read before they are drawn: nothing changes on the page afterwards. */
const readAtOnce = 200;

/** The log of the events; of a long conversation it comes a moment after them, and the page stays usable meanwhile. */
export function useConversationLog(events: readonly Event[]): ConversationLog {
  const isShort = events.length <= readAtOnce;
  const short = useMemo(() => (isShort ? atOnce(new LogReader().readTo(events)) : null), [events, isShort]);
  const [long, setLong] = useState<ConversationLog | null>(null);
  const reader = useRef<LogReader | null>(null);
  // Until a new reading is done the last one serves: it is right for all but the newest events.
  const latest = useRef(unreadLog);

  useEffect(() => {
    if (isShort) return;
    if (!reader.current?.canContinue(events)) reader.current = new LogReader();
    return inSlices(reader.current.readTo(events), (log) => startTransition(() => setLong(log)));
  }, [events, isShort]);

  latest.current = short ?? long ?? latest.current;
  return latest.current;
}
