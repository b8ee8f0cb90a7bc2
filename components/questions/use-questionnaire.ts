"use client";

import { useEffect, useMemo, useState } from "react";
import { atOnce, inSlices } from "@/components/ui/in-slices";
import type { Event } from "@/lib/events/event";
import { type ConversationLog, unreadLog } from "@/lib/fold/log/conversation-log";
import { type Question, questionnaire, readingQuestions } from "@/lib/fold/questionnaire";

/** Up to this many events are processed while rendering. */
const pairedAtOnce = 200;

/**
 * The questions up to the event at `index`, with their outcomes at that time. Computed asynchronously for a long conversation:
 * meanwhile the previous result, null at first.
 */
export function useQuestionnaire(
  events: readonly Event[],
  index: number,
  log: ConversationLog,
): readonly Question[] | null {
  const [past, setPast] = useState<readonly Question[] | null>(null);
  const isNow = index === events.length - 1;
  const isShort = index < pairedAtOnce;
  const ready = useMemo(() => {
    if (isNow) return log === unreadLog && events.length > 0 ? null : questionnaire(events, log.exchanges);
    return isShort ? atOnce(readingQuestions(events.slice(0, index + 1))) : null;
  }, [events, index, log, isNow, isShort]);

  const isSliced = !isNow && !isShort;
  useEffect(() => {
    if (isSliced) return inSlices(readingQuestions(events.slice(0, index + 1)), setPast);
  }, [events, index, isSliced]);

  return ready ?? past;
}
