"use client";

import { useEffect, useState } from "react";
import type { DeliveryActivity } from "@/lib/api/schemas/delivery-activity";
import { formatDuration } from "@/lib/time/duration";

/** Time since the last event. */
export function SinceLastEvent({ activity }: { activity: DeliveryActivity }) {
  const seconds = useSecondsSince(activity.now);
  if (activity.lastEventAt === null) return <span>No event yet</span>;
  const age = Date.parse(activity.now) - Date.parse(activity.lastEventAt) + seconds * 1000;
  return (
    <span suppressHydrationWarning>
      Last event {age < 1000 ? "now" : `${formatDuration(Math.floor(age / 1000) * 1000)} ago`}
    </span>
  );
}

/** Whole seconds since the server sent `moment`, measured with this device's clock, which may differ from the server's. */
function useSecondsSince(moment: string): number {
  const [seconds, setSeconds] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer starts the count again
  useEffect(() => {
    setSeconds(0);
    const start = performance.now();
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - start) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return seconds;
}
