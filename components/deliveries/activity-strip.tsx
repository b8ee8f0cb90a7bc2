"use client";

import { useEffect, useState } from "react";
import type { DeliveryActivity } from "@/lib/api/schemas/delivery-activity";
import { formatDuration } from "@/lib/time/duration";

const height = 28;

/** The last hour: a bar a minute, its faulty part in the colour of warnings; and how long nothing has come. */
export function ActivityStrip({ activity }: { activity: DeliveryActivity | undefined }) {
  const minutes = activity?.minutes ?? [];
  const most = Math.max(1, ...minutes.map(({ deliveries }) => deliveries));
  const total = minutes.reduce((sum, { deliveries }) => sum + deliveries, 0);
  const faulty = minutes.reduce((sum, one) => sum + one.faulty, 0);
  return (
    <div className="shrink-0 px-3.5 pt-2 pb-1">
      <svg
        role="img"
        aria-label={`Deliveries per minute over the last hour: ${total} in total, ${faulty} faulty, at most ${most} per minute`}
        viewBox={`0 0 240 ${height}`}
        preserveAspectRatio="none"
        className="block h-7 w-full"
      >
        <line x1="0" x2="240" y1={height - 0.5} y2={height - 0.5} className="stroke-line" strokeWidth="1" />
        {minutes.map(({ at, deliveries, faulty: bad }, place) => (
          <g key={at}>
            <title>{`${at.slice(11, 16)} UTC: ${deliveries} deliveries${bad > 0 ? `, ${bad} faulty` : ""}`}</title>
            <rect x={place * 4} width="4" y="0" height={height} className="fill-transparent" />
            <Bar place={place} from={0} count={deliveries - bad} most={most} className="fill-agent" />
            <Bar place={place} from={deliveries - bad} count={bad} most={most} className="fill-warning" />
          </g>
        ))}
      </svg>
      <p className="tabular mt-1 flex h-4 justify-between text-2xs text-muted">
        <span>{activity && `${total.toLocaleString("en")} in the last hour`}</span>
        {activity && <SinceLastEvent activity={activity} />}
      </p>
    </div>
  );
}

interface BarProps {
  place: number;
  from: number;
  count: number;
  most: number;
  className: string;
}

/** Some of a minute, never so small that it cannot be seen. */
function Bar({ place, from, count, most, className }: BarProps) {
  if (count <= 0) return null;
  const scale = (height - 2) / most;
  const size = Math.max(1.5, count * scale);
  return (
    <rect x={place * 4 + 0.5} width="3" y={height - 1 - from * scale - size} height={size} className={className} />
  );
}

function SinceLastEvent({ activity }: { activity: DeliveryActivity }) {
  const seconds = useSecondsSince(activity.now);
  if (activity.lastEventAt === null) return <span>No event yet</span>;
  const age = Date.parse(activity.now) - Date.parse(activity.lastEventAt) + seconds * 1000;
  return (
    <span suppressHydrationWarning>
      Last event {age < 1000 ? "now" : `${formatDuration(Math.floor(age / 1000) * 1000)} ago`}
    </span>
  );
}

/** Whole seconds since `moment` came from the server, by this device's clock, which may differ from the server's. */
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
