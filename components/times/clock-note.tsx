"use client";

import { ClockAlert } from "lucide-react";
import { isClockAhead } from "@/lib/conversation/clock-tolerance";
import type { Event } from "@/lib/events/event";
import { useTimeDisplay } from "./time-display";

/** Shows both times of an event whose sender's clock is ahead; renders nothing for other events. */
export function ClockNote({ event }: { event: Event }) {
  const { exact } = useTimeDisplay();
  if (!isClockAhead(event)) return null;
  return (
    <p
      data-clock-ahead=""
      title="The sender’s clock is ahead. Lists use the time of arrival instead."
      className="mt-1 flex items-center justify-center gap-1 text-xs text-muted"
    >
      <ClockAlert aria-hidden className="size-3.5 shrink-0" />
      <span>
        Clock ahead: sent {exact(event.occurredAt)}, received {exact(event.receivedAt)}
      </span>
    </p>
  );
}
