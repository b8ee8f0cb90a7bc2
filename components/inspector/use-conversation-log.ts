"use client";

import { startTransition, useEffect, useMemo, useRef, useState } from "react";
import { atOnce, inSlices } from "@/components/ui/in-slices";
import type { Event } from "@/lib/events/event";
import { type ConversationLog, LogReader, unreadLog } from "@/lib/fold/log/conversation-log";

/** Up to this many events are processed before the first render, so that the page does not change afterwards. */
const readAtOnce = 200;

/** The log derived from the events; for long conversations it follows them with a delay, while the page stays responsive. */
export function useConversationLog(events: readonly Event[]): ConversationLog {
  const isShort = events.length <= readAtOnce;
  const short = useMemo(() => (isShort ? atOnce(new LogReader().readTo(events)) : null), [events, isShort]);
  const [long, setLong] = useState<ConversationLog | null>(null);
  const reader = useRef<LogReader | null>(null);
  // The previous log is used until the new one is complete: it is correct for all but the newest events.
  const latest = useRef(unreadLog);

  useEffect(() => {
    if (isShort) return;
    if (!reader.current?.canContinue(events)) reader.current = new LogReader();
    return inSlices(reader.current.readTo(events), (log) => startTransition(() => setLong(log)));
  }, [events, isShort]);

  latest.current = short ?? long ?? latest.current;
  return latest.current;
}
